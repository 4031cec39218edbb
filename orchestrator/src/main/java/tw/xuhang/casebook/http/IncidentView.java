package tw.xuhang.casebook.http;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tw.xuhang.runbook.Text;

/**
 * A case with everything that belongs to it, as it stands at {@code now}.
 *
 * @param awareAt when a person first knew; the statutory clocks start here (K1)
 * @param signals how many signals and reports it has gathered
 * @param outageSeconds the longest that one of its services was away, all its outages together
 * @param consent {@code granted}, {@code refused}, {@code open}, {@code not-needed}, or {@code none} where
 *     nothing was asked
 * @param missing what it lacks before it may be closed
 */
@Introspected
record IncidentView(
        String number,
        String kind,
        Text kindName,
        String subject,
        String title,
        String mode,
        String phase,
        Text phaseName,
        Instant beganAt,
        Instant openedAt,
        @Nullable Instant awareAt,
        int signals,
        Instant now,
        long outageSeconds,
        Outages outages,
        List<RunLine> runs,
        String consent,
        List<ConsentView> consents,
        List<DispatchView> dispatches,
        List<TaskView> openTasks,
        List<MissingView> missing) {

    /** Line down and service interrupted, apart. */
    @Introspected
    record Outages(List<OutageView> lines, List<OutageView> services) {}
}
