package tw.xuhang.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tw.xuhang.runbook.Mode;

/** Finds cases without reading their facts. */
public interface IncidentIndex {

    /** The open case about this subject, where there is one. A drill is about nothing: it takes no real signal in (R7). */
    Optional<String> openAbout(String subject);

    List<Row> open();

    /** Newest first. */
    List<Row> latest(int limit);

    /** One line of a list of cases. */
    record Row(
            String number,
            IncidentKind kind,
            String subject,
            String title,
            Mode mode,
            Phase phase,
            Instant began,
            Instant openedAt) {}
}
