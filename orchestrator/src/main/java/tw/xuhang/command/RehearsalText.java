package tw.xuhang.command;

import java.io.PrintWriter;
import tw.xuhang.runbook.language.RehearsalReport;
import tw.xuhang.runbook.rehearsal.Comparison;
import tw.xuhang.runbook.rehearsal.Elapsed;
import tw.xuhang.runbook.rehearsal.Rehearsal;
import tw.xuhang.runbook.rehearsal.Seen;

/** A rehearsal for people: one line when it is met, expected beside seen when it is not. */
final class RehearsalText {

    private final PrintWriter out;
    private final String language;

    RehearsalText(PrintWriter out, String language) {
        this.out = out;
        this.language = language;
    }

    void print(RehearsalReport report, boolean seen) {
        report.findings().forEach(out::println);
        report.rehearsal().ifPresent(script -> head(report, script));
        if (report.performance().isPresent() && !report.met()) {
            differences(report);
        }
        if (seen) {
            report.performance().ifPresent(played -> {
                out.println("expected:");
                played.seen().forEach(line -> out.println("  - " + line));
                out.println("outcome: " + played.outcome() + " at " + Elapsed.print(played.at()));
            });
        }
    }

    private void head(RehearsalReport report, Rehearsal script) {
        out.printf(
                "%s  %s.%s  %s%s%n",
                report.met() ? "✔" : "✘",
                script.runbook(),
                script.name(),
                script.title().in(language),
                report.performance()
                        .map(played -> "  [" + played.outcome() + " " + Elapsed.print(played.at()) + "]")
                        .orElse(""));
    }

    private void differences(RehearsalReport report) {
        int width = Math.max(
                "expected".length(),
                report.rows().stream()
                        .mapToInt(row -> expected(row).length())
                        .max()
                        .orElse(0));
        String line = "  %s %-" + width + "s   %s%n";
        out.printf(line, " ", "expected", "seen");
        for (Comparison.Row row : report.rows()) {
            out.printf(
                    line,
                    row.met() ? " " : "!",
                    expected(row),
                    row.seen().map(Seen::toString).orElse("-"));
        }
    }

    private static String expected(Comparison.Row row) {
        return row.expected().map(Rehearsal.Expected::toString).orElse("-");
    }
}
