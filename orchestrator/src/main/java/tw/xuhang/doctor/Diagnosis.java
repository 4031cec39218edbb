package tw.xuhang.doctor;

import java.util.Comparator;
import java.util.List;
import tw.xuhang.runbook.Text;

/** What one check found; at least one finding. */
public record Diagnosis(String name, Text title, List<Finding> findings) {

    public Diagnosis {
        findings = List.copyOf(findings);
    }

    public Level level() {
        return findings.stream()
                .map(Finding::level)
                .max(Comparator.naturalOrder())
                .orElse(Level.OK);
    }

    public static Level worst(List<Diagnosis> all) {
        return all.stream().map(Diagnosis::level).max(Comparator.naturalOrder()).orElse(Level.OK);
    }
}
