package tw.xuhang.casebook.http;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tw.xuhang.directory.CatalogueService;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Uplink;
import tw.xuhang.outage.OutageClock;
import tw.xuhang.outage.OutageHistory.Outage;
import tw.xuhang.outage.Threshold;
import tw.xuhang.runbook.Text;

/**
 * One outage of a line or of a service. The two are clocks of their own (K1).
 *
 * @param until null while it lasts
 * @param seconds to its end, or to now
 * @param limits null for a line: its clock drives nothing
 */
@Introspected
record OutageView(
        String key,
        Text name,
        Instant since,
        @Nullable Instant until,
        long seconds,
        String evidence,
        @Nullable Limits limits,
        List<Reaching> deadlines) {

    /** What the outage is measured by, in seconds. */
    @Introspected
    record Limits(long declarationSeconds, long rtoSeconds, long mtpdSeconds) {}

    /**
     * When a limit is, or was, reached.
     *
     * @param reached it was reached while the outage lasted
     */
    @Introspected
    record Reaching(String threshold, Instant at, boolean reached) {}

    static OutageView ofLine(Outage outage, Directory directory, Instant now) {
        Text name = directory.uplink(outage.of()).map(Uplink::name).orElse(Text.of(outage.of()));
        return of(outage, name, now);
    }

    static OutageView ofService(Outage outage, Directory directory, Instant now) {
        Text name = directory.service(outage.of()).map(CatalogueService::name).orElse(Text.of(outage.of()));
        return of(outage, name, now);
    }

    private static OutageView of(Outage outage, Text name, Instant now) {
        Instant end = outage.until().orElse(now);
        return new OutageView(
                outage.of(),
                name,
                outage.since(),
                outage.until().orElse(null),
                Word.seconds(outage.lasting(now)),
                outage.evidence(),
                outage.limits()
                        .map(l -> new Limits(
                                Word.seconds(l.declaration()), Word.seconds(l.rto()), Word.seconds(l.mtpd())))
                        .orElse(null),
                outage.clock().stream().flatMap(clock -> reaching(clock, end)).toList());
    }

    private static Stream<Reaching> reaching(OutageClock clock, Instant end) {
        return Stream.of(Threshold.values()).map(threshold -> {
            Instant at = clock.due(threshold);
            return new Reaching(Word.of(threshold), at, !at.isAfter(end));
        });
    }
}
