package tw.xuhang.operation.http;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import java.time.Instant;
import java.time.InstantSource;
import tw.xuhang.access.http.Open;
import tw.xuhang.operation.Release;
import tw.xuhang.time.OfficeTime;

/** What runs here and what it takes the time to be. */
@Controller("/api/v1/meta")
@Open("says nothing about any case")
final class MetaController {

    private final InstantSource clock;

    MetaController(InstantSource clock) {
        this.clock = clock;
    }

    @Get
    Meta meta() {
        return new Meta(
                "xuhang",
                Release.VERSION,
                clock.instant(),
                OfficeTime.ZONE.getId(),
                ProcessHandle.current().pid());
    }

    /** @param now UTC */
    record Meta(String name, String version, Instant now, String zone, long pid) {}
}
