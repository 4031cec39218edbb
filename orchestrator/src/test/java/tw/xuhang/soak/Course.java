package tw.xuhang.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.run.RunEntry;

/** One run as the journal tells it, held against what was done (R1, R3, R4). */
final class Course {

    private final String run;
    private final Runbook runbook;
    private final List<RunEntry> entries;
    private final Deeds deeds;
    private final Shore shore;
    private final List<String> wrong = new ArrayList<>();

    Course(String run, Runbook runbook, List<RunEntry> entries, Deeds deeds, Shore shore) {
        this.run = run;
        this.runbook = runbook;
        this.entries = entries;
        this.deeds = deeds;
        this.shore = shore;
    }

    /** Idents of all attempts that the journal knows, and what is wrong with the run. */
    record Judged(Set<String> attempts, List<String> wrong) {}

    Judged judged() {
        if (!(entries.getFirst() instanceof RunEntry.Began)) {
            wrong("does not begin with its beginning");
        }
        long ends = entries.stream().filter(RunEntry.Ended.class::isInstance).count();
        if (ends != 1 || !(entries.getLast() instanceof RunEntry.Ended)) {
            wrong("has " + ends + " ends, and " + entries.getLast() + " comes last");
        }
        noStartWhileHeldUp();
        var attempts = new HashSet<String>();
        Map<String, List<Integer>> starts = new HashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            if (entries.get(i) instanceof RunEntry.StepStarted start) {
                starts.computeIfAbsent(start.step(), _ -> new ArrayList<>()).add(i);
                attempts.add(ident(i));
            }
        }
        starts.forEach((step, places) -> attempts(runbook.step(step).orElseThrow(), places));
        return new Judged(attempts, wrong);
    }

    private void wrong(String what) {
        wrong.add("run " + run + ": " + what);
    }

    private String ident(int place) {
        return new AttemptId("run/" + run, place + 1L).ident();
    }

    private void noStartWhileHeldUp() {
        boolean held = false;
        boolean aborted = false;
        for (RunEntry entry : entries) {
            switch (entry) {
                case RunEntry.Paused _ -> held = true;
                case RunEntry.Resumed _ -> held = false;
                case RunEntry.AbortAsked _ -> {
                    held = false;
                    aborted = true;
                }
                case RunEntry.StepStarted start -> {
                    if (held || aborted) {
                        wrong(start.step() + " started while the run was " + (held ? "paused" : "called off"));
                    }
                }
                default -> {}
            }
        }
    }

    private void attempts(Step step, List<Integer> places) {
        for (int i = 0; i < places.size(); i++) {
            int from = places.get(i);
            int to = i + 1 < places.size() ? places.get(i + 1) : entries.size();
            List<RunEntry> after = about(step.name(), from + 1, to);
            if (step instanceof Step.Ansible || step instanceof Step.Probe) {
                attempt(step, ident(from), after, i + 1 < places.size());
            } else if (step instanceof Step.Task) {
                task(ident(from), after);
            }
        }
    }

    private List<RunEntry> about(String step, int from, int to) {
        return entries.subList(from, to).stream()
                .filter(entry -> switch (entry) {
                    case RunEntry.StepParked e -> e.step().equals(step);
                    case RunEntry.StepEnded e -> e.step().equals(step);
                    case RunEntry.StepDoubted e -> e.step().equals(step);
                    case RunEntry.RetryPlanned e -> e.step().equals(step);
                    case RunEntry.Decided e -> e.step().equals(step);
                    case RunEntry.Joined e -> e.spared().contains(step);
                    default -> false;
                })
                .toList();
    }

    private void attempt(Step step, String ident, List<RunEntry> after, boolean repeated) {
        int times = deeds.of(ident);
        if (times > 1) {
            wrong(step.name() + " was done " + times + " times by attempt " + ident);
        }
        if (after.isEmpty()) {
            wrong(step.name() + " was started as " + ident + " and never heard of again");
            return;
        }
        RunEntry first = after.getFirst();
        if (first instanceof RunEntry.RetryPlanned && times > 0) {
            wrong(step.name() + " is said never to have started as " + ident + ", and was done");
        }
        if (first instanceof RunEntry.StepEnded ended
                && ended.outcome() instanceof Outcome.Succeeded
                && !deeds.finished(ident)) {
            wrong(step.name() + " is said to be done by " + ident + ", and was not");
        }
        if (repeated && times > 0 && !mayRepeat(step, after)) {
            wrong(step.name() + " was done by " + ident + " and then again, unasked: " + after);
        }
    }

    /** By its own retries after a failure, by a person, or because it is harmless and was lost. */
    private static boolean mayRepeat(Step step, List<RunEntry> after) {
        return after.stream().anyMatch(entry -> switch (entry) {
            case RunEntry.StepEnded e -> e.outcome() instanceof Outcome.Failed;
            case RunEntry.Decided e -> e.decision() == RunEntry.Decision.RETRY;
            case RunEntry.StepDoubted _ -> step.frame().idempotent();
            default -> false;
        });
    }

    /** Whoever is asked is answered, or told that nobody waits any more. */
    private void task(String ident, List<RunEntry> after) {
        boolean answered = after.stream()
                .anyMatch(entry -> entry instanceof RunEntry.StepEnded e
                        && e.outcome().facts().equals(People.BY_PEOPLE));
        if (shore.isAsked(ident) && !answered && !shore.isWithdrawn(ident)) {
            wrong("task " + ident + " stands before people, and nobody waits for it: " + after);
        }
    }

    /** How often an attempt was lost. */
    static long lost(List<RunEntry> entries) {
        return entries.stream().filter(RunEntry.StepDoubted.class::isInstance).count();
    }
}
