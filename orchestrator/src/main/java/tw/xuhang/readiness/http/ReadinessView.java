package tw.xuhang.readiness.http;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tw.xuhang.doctor.Finding;
import tw.xuhang.readiness.Report;

/**
 * How one runbook stands.
 *
 * @param level {@code ok}, {@code warning}, {@code fault}, or {@code unknown} while nobody has looked
 * @param owner role that has to see to it
 * @param since when it came to stand like this, UTC
 */
@Introspected
record ReadinessView(
        String runbook,
        String titleZh,
        String titleEn,
        String version,
        String owner,
        String level,
        @Nullable Instant since,
        List<Seen> findings) {

    /** One thing that was looked at. */
    @Introspected
    record Seen(String level, String zh, String en, String where, String remedyZh, String remedyEn) {

        static Seen of(Finding finding) {
            return new Seen(
                    word(finding.level()),
                    finding.what().zh(),
                    finding.what().en(),
                    finding.where(),
                    finding.remedy().zh(),
                    finding.remedy().en());
        }
    }

    /** All of them. */
    @Introspected
    record All(List<ReadinessView> items) {}

    static ReadinessView of(Report report) {
        return new ReadinessView(
                report.runbook().key(),
                report.runbook().title().zh(),
                report.runbook().title().en(),
                report.runbook().version(),
                report.owner(),
                report.looked() ? word(report.level()) : "unknown",
                report.since().orElse(null),
                report.findings().stream().map(Seen::of).toList());
    }

    private static String word(Enum<?> level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
