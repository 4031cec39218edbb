package tw.xuhang.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import tw.xuhang.home.Home;
import tw.xuhang.time.MicrosClock;

/** What every feature may ask for: the clock and the home. */
@Factory
final class Basics {

    /** Primary, because the framework brings a clock of its own. */
    @Singleton
    @Primary
    InstantSource clock() {
        return new MicrosClock(InstantSource.system());
    }

    @Singleton
    Home home(@Value("${xuhang.home:var}") String path) {
        return new Home(Path.of(path));
    }
}
