package tw.xuhang.intake.http;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tw.xuhang.intake.SignalReport;
import tw.xuhang.signal.Signal;

/**
 * A signal as the API shows it.
 *
 * @param repeats how often it came again
 * @param disposition absent as long as nobody has looked at it
 */
record SignalView(
        String id,
        String source,
        String key,
        String kind,
        String phase,
        String subject,
        String status,
        Instant occurredAt,
        Instant receivedAt,
        String title,
        Map<String, String> attributes,
        int repeats,
        Instant lastAt,
        String originalSha256,
        @Nullable Disposed disposition) {

    /**
     * @param incident number of the case, or empty
     * @param code why, with its arguments
     */
    record Disposed(String outcome, String incident, String code, Map<String, String> args, Instant at) {}

    static SignalView of(SignalReport report) {
        Signal signal = report.signal();
        return new SignalView(
                Long.toString(report.id()),
                signal.source(),
                signal.key(),
                signal.kind(),
                word(signal.phase()),
                signal.subject(),
                word(signal.status()),
                signal.occurredAt(),
                signal.receivedAt(),
                signal.title(),
                signal.attributes(),
                report.repeats(),
                report.lastAt(),
                report.originalHash(),
                report.disposed().map(SignalView::disposed).orElse(null));
    }

    private static Disposed disposed(SignalReport.Disposed disposed) {
        return new Disposed(
                word(disposed.outcome()),
                disposed.incident(),
                disposed.reason().code(),
                disposed.reason().args(),
                disposed.at());
    }

    private static String word(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
