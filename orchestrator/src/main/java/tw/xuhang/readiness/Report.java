package tw.xuhang.readiness;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tw.xuhang.doctor.Finding;
import tw.xuhang.doctor.Level;
import tw.xuhang.runbook.Runbook;

/**
 * How one runbook stands.
 *
 * @param findings the worst first; empty while nobody has looked
 * @param since when it came to stand like this; empty while nobody has looked at this version
 */
public record Report(Runbook runbook, List<Finding> findings, Optional<Instant> since) {

    public Report {
        findings = findings.stream()
                .sorted(Comparator.comparing(Finding::level).reversed())
                .toList();
    }

    /** Role that has to see to it. */
    public String owner() {
        return runbook.owner();
    }

    public boolean looked() {
        return since.isPresent();
    }

    public Level level() {
        return worst(findings);
    }

    public List<Finding> open() {
        return findings.stream().filter(finding -> finding.level() != Level.OK).toList();
    }

    static Level worst(List<Finding> findings) {
        return findings.stream()
                .map(Finding::level)
                .max(Comparator.naturalOrder())
                .orElse(Level.OK);
    }
}
