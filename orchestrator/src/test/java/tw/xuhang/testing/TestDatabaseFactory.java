package tw.xuhang.testing;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import tw.xuhang.database.Database;

/** Gives each application context of a test a schema of its own. */
@Factory
final class TestDatabaseFactory {

    @Singleton
    @Bean(preDestroy = "close")
    @Requires(env = "test")
    Database database() {
        return TestDatabase.empty();
    }
}
