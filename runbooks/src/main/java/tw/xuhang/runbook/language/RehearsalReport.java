package tw.xuhang.runbook.language;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.runbook.rehearsal.Comparison;
import tw.xuhang.runbook.rehearsal.Elapsed;
import tw.xuhang.runbook.rehearsal.Performance;
import tw.xuhang.runbook.rehearsal.Place;
import tw.xuhang.runbook.rehearsal.Rehearsal;
import tw.xuhang.runbook.rehearsal.Seen;

/**
 * What came of one rehearsal's file.
 *
 * @param rehearsal empty: the file is no rehearsal
 * @param performance empty: it was not played, because of an error in it or in its runbook
 * @param rows what was expected beside what was seen
 * @param findings errors of the file, or differences; none: the rehearsal is met
 */
public record RehearsalReport(
        String file,
        Optional<Rehearsal> rehearsal,
        Optional<Performance> performance,
        List<Comparison.Row> rows,
        List<Finding> findings) {

    public RehearsalReport {
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    static RehearsalReport notPlayed(String file, Optional<Rehearsal> rehearsal, Findings findings) {
        return new RehearsalReport(file, rehearsal, Optional.empty(), List.of(), findings.sorted());
    }

    static RehearsalReport played(String file, Rehearsal rehearsal, Performance performance, Findings findings) {
        List<Comparison.Row> rows = Comparison.of(rehearsal.expected(), performance.seen());
        differences(rows, rehearsal.outcome().place(), findings);
        outcome(rehearsal.outcome(), performance, findings);
        for (Place place : performance.idle()) {
            add(findings, RehearsalRule.NEVER_HAPPENED, place, "this never comes to pass in the run");
        }
        return new RehearsalReport(file, Optional.of(rehearsal), Optional.of(performance), rows, findings.sorted());
    }

    public boolean met() {
        return findings.isEmpty();
    }

    /** All of them as one JSON array. */
    public static String json(Collection<RehearsalReport> reports) {
        return Json.write(reports.stream().map(RehearsalReport::tree).toList());
    }

    /** What was seen and not expected stands at the next line that is there: before it is where it came. */
    private static void differences(List<Comparison.Row> rows, Place end, Findings findings) {
        var unexpected = new ArrayList<String>();
        for (Comparison.Row row : rows) {
            if (row.expected().isPresent()) {
                unexpected(unexpected, row.expected().get().place(), findings);
                difference(row.expected().get(), row.seen(), findings);
            } else {
                row.seen().ifPresent(seen -> unexpected.add("'" + seen + "'" + because(seen)));
            }
        }
        unexpected(unexpected, end, findings);
    }

    private static void unexpected(List<String> seen, Place before, Findings findings) {
        if (!seen.isEmpty()) {
            String message = "expected nothing else before this, seen " + String.join(", ", seen);
            add(findings, RehearsalRule.DIFFERENT_STEPS, before, message);
            seen.clear();
        }
    }

    private static void difference(Rehearsal.Expected expected, Optional<Seen> seen, Findings findings) {
        if (seen.isEmpty()) {
            add(
                    findings,
                    RehearsalRule.DIFFERENT_STEPS,
                    expected.place(),
                    "expected '" + expected + "', not seen here");
        } else if (!new Comparison.Row(Optional.of(expected), seen).inTime()) {
            add(
                    findings,
                    RehearsalRule.DIFFERENT_TIME,
                    expected.place(),
                    "expected '" + expected + "', seen at "
                            + Elapsed.print(seen.get().at()));
        }
    }

    private static void outcome(Rehearsal.Outcome expected, Performance performance, Findings findings) {
        String waiting =
                performance.waiting().isEmpty() ? "" : "; still waiting: " + String.join(", ", performance.waiting());
        if (!expected.word().equals(performance.outcome())) {
            add(
                    findings,
                    RehearsalRule.DIFFERENT_OUTCOME,
                    expected.place(),
                    "expected '" + expected + "', seen '" + performance.outcome() + " at "
                            + Elapsed.print(performance.at()) + "'" + waiting);
        } else if (expected.at().filter(at -> !at.equals(performance.at())).isPresent()) {
            add(
                    findings,
                    RehearsalRule.DIFFERENT_TIME,
                    expected.place(),
                    "expected '" + expected + "', seen at " + Elapsed.print(performance.at()) + waiting);
        }
    }

    private static String because(Seen seen) {
        return seen.why().isEmpty() ? "" : ": " + seen.why();
    }

    private static void add(Findings findings, RehearsalRule rule, Place place, String message) {
        findings.add(rule, new Position(place.line(), place.column()), message);
    }

    private Map<String, Object> tree() {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("file", file);
        rehearsal.ifPresent(script -> {
            tree.put("runbook", script.runbook());
            tree.put("rehearsal", script.name());
            tree.put(
                    "title",
                    Map.of(
                            Grammar.ZH,
                            script.title().zh(),
                            Grammar.EN,
                            script.title().en()));
        });
        tree.put("met", met());
        performance.ifPresent(played -> {
            tree.put("outcome", played.outcome());
            tree.put("at", Elapsed.print(played.at()));
            tree.put("seen", seen(played));
            tree.put("waiting", played.waiting());
        });
        tree.put("findings", findings.stream().map(Finding::tree).toList());
        return tree;
    }

    private static List<Object> seen(Performance played) {
        var list = new ArrayList<Object>();
        for (Seen seen : played.seen()) {
            var row = new LinkedHashMap<String, Object>();
            row.put("step", seen.step());
            row.put("change", seen.change().word());
            row.put("at", Elapsed.print(seen.at()));
            row.put("why", seen.why());
            list.add(row);
        }
        return list;
    }
}
