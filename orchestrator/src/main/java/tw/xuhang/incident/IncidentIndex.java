package tw.xuhang.incident;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Finds cases without reading their facts. */
public interface IncidentIndex {

    /** The open case about this subject, where there is one. */
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
            Phase phase,
            Instant began,
            Instant openedAt) {}
}
