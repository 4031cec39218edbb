package tw.xuhang.runbook.language;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.rehearsal.Cue;
import tw.xuhang.runbook.rehearsal.Happening;
import tw.xuhang.runbook.rehearsal.Place;
import tw.xuhang.runbook.rehearsal.Rehearsal;

/** Whether what a rehearsal speaks of is in the runbook. */
final class RehearsalChecker {

    private final Rehearsal rehearsal;
    private final Runbook runbook;
    private final Findings findings;
    private final Fields root;
    private final Set<String> steps;

    RehearsalChecker(Rehearsal rehearsal, Runbook runbook, Fields root, Findings findings) {
        this.rehearsal = rehearsal;
        this.runbook = runbook;
        this.root = root;
        this.findings = findings;
        this.steps = runbook.everyStep().stream().map(Step::name).collect(Collectors.toSet());
    }

    void check() {
        alarm();
        for (String name : rehearsal.parameters().keySet()) {
            if (!runbook.parameters().containsKey(name)) {
                findings.add(
                        RehearsalRule.UNKNOWN_PARAMETER,
                        root.value("with").orElseThrow(),
                        "the runbook has no parameter '" + name + "'"
                                + Nearest.hint(name, runbook.parameters().keySet()));
            }
        }
        rehearsal.steps().forEach(this::step);
        rehearsal.happenings().forEach(this::service);
        rehearsal.expected().forEach(line -> known(line.step(), line.place()));
    }

    private void alarm() {
        if (rehearsal.alarm().isEmpty()) {
            if (!runbook.triggers().isEmpty()) {
                findings.add(RehearsalRule.NO_SUCH_TRIGGER, root.node(), "the runbook has a trigger; say 'starts on'");
            }
            return;
        }
        Rehearsal.Alarm alarm = rehearsal.alarm().get();
        boolean starts = runbook.triggers().stream()
                .anyMatch(trigger -> trigger.signal().equals(alarm.signal())
                        && alarm.about().entrySet().containsAll(trigger.where().entrySet()));
        if (!starts) {
            add(
                    RehearsalRule.NO_SUCH_TRIGGER,
                    alarm.place(),
                    "no trigger of the runbook takes this: " + alarm.signal() + " " + alarm.about());
        }
    }

    private void service(Happening happening) {
        Optional<String> service = switch (happening.what()) {
            case Happening.What.Away(String name) -> Optional.of(name);
            case Happening.What.Back(String name) -> Optional.of(name);
            default -> Optional.empty();
        };
        List<String> served = runbook.objective().services();
        service.filter(name -> !served.contains(name))
                .ifPresent(name -> add(
                        RehearsalRule.UNKNOWN_SERVICE,
                        happening.place(),
                        "the runbook does not serve '" + name + "'" + Nearest.hint(name, served)));
    }

    private void step(String name, List<Cue> cues) {
        if (!known(name, cues.getFirst().place())) {
            return;
        }
        Optional<Step> step = runbook.step(base(name));
        for (Cue cue : cues) {
            step.ifPresent(s -> fits(s, cue));
        }
    }

    private void fits(Step step, Cue cue) {
        String wrong = switch (cue.what()) {
            case Cue.What.Sees _ -> step instanceof Step.Probe ? "" : "only a probe sees something";
            case Cue.What.Comes(Cue.Result result) ->
                result == Cue.Result.SKIPPED && !(step instanceof Step.Task)
                        ? "only a task is left out by whom it is for"
                        : "";
            case Cue.What.Decides _ -> "";
        };
        if (!wrong.isEmpty()) {
            add(
                    RehearsalRule.NOT_FOR_THIS_KIND,
                    cue.place(),
                    "'" + step.name() + "' is a " + step.kind() + ": " + wrong);
        } else if (step instanceof Step.Wait || !step.inner().isEmpty()) {
            add(
                    RehearsalRule.NOT_FOR_THIS_KIND,
                    cue.place(),
                    "'" + step.name() + "' is a " + step.kind()
                            + ": nobody does it, so nothing becomes of it by itself");
        }
        Optional<Duration> timeout = step.frame().timeout();
        boolean attempt = !(cue.what() instanceof Cue.What.Decides);
        if (attempt
                && timeout.isPresent()
                && cue.after().filter(t -> t.compareTo(timeout.get()) > 0).isPresent()) {
            add(
                    RehearsalRule.LONGER_THAN_TIMEOUT,
                    cue.place(),
                    "an attempt of '" + step.name() + "' ends after " + Durations.print(timeout.get())
                            + " at the latest; say 'result: hangs', or leave it out where nobody answers");
        }
    }

    private boolean known(String name, Place place) {
        if (steps.contains(name) || steps.contains(base(name))) {
            return true;
        }
        add(RehearsalRule.UNKNOWN_STEP, place, "the runbook has no step '" + name + "'" + Nearest.hint(name, steps));
        return false;
    }

    /** The name in the runbook of a step that may be one of several repetitions. */
    private static String base(String name) {
        int end = 0;
        while (end < name.length() && (Character.isLetterOrDigit(name.charAt(end)) || name.charAt(end) == '-')) {
            end++;
        }
        return name.substring(0, end);
    }

    private void add(RehearsalRule rule, Place place, String message) {
        findings.add(rule, new Position(place.line(), place.column()), message);
    }
}
