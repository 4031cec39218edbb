package tw.xuhang.readiness;

import java.util.List;
import tw.xuhang.doctor.Finding;
import tw.xuhang.doctor.Level;

/** What is written down of a runbook's readiness: only changes, so that the record says since when. */
public sealed interface ReadinessEntry {

    /** @param version of the runbook that was looked at */
    record Judged(String version, Level level, List<Finding> findings) implements ReadinessEntry {
        public Judged {
            findings = List.copyOf(findings);
        }
    }
}
