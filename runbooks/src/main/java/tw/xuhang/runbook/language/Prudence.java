package tw.xuhang.runbook.language;

import java.util.List;
import java.util.stream.Stream;
import tw.xuhang.runbook.Conduct;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Need;
import tw.xuhang.runbook.OnFailure;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Trigger;

/** What a careful author would not let a runbook do. */
final class Prudence {

    private final Desk desk;

    Prudence(Desk desk) {
        this.desk = desk;
    }

    void check() {
        Runbook runbook = desk.runbook();
        triggers(runbook.triggers());
        verified(runbook);
        for (Step step : runbook.everyStep()) {
            switch (step) {
                case Step.Ansible ansible -> ansible(ansible);
                case Step.Consent consent -> consent(consent);
                case Step.Probe _,
                        Step.Dispatch _,
                        Step.Notify _,
                        Step.Task _,
                        Step.Wait _,
                        Step.Child _,
                        Step.Parallel _,
                        Step.Sequence _,
                        Step.Choose _,
                        Step.Branch _ -> {}
            }
        }
    }

    private void triggers(List<Trigger> triggers) {
        for (int i = 0; i < triggers.size(); i++) {
            Trigger trigger = triggers.get(i);
            if (trigger.signal().startsWith("public.") && trigger.boldness() == Trigger.Boldness.ACT) {
                desk.note(
                        Rule.BOLD_WARNING,
                        "a public warning only asks; say 'mode: ask'",
                        "triggers",
                        Integer.toString(i),
                        "mode");
            }
        }
    }

    private void verified(Runbook runbook) {
        boolean looks = Stream.concat(runbook.steps().stream(), runbook.verify().stream())
                .flatMap(step -> Stream.concat(Stream.of(step), inside(step)))
                .anyMatch(step ->
                        step instanceof Step.Probe probe && probe.target() instanceof Step.Probe.Target.ServicesServed);
        if (!looks) {
            desk.note(
                    Rule.NOT_VERIFIED,
                    "no probe has 'check: services served', so nothing looks whether the services are back",
                    "serves");
        }
    }

    private void ansible(Step.Ansible step) {
        boolean idempotent = step.frame().idempotent();
        if (step.frame().retry().times() > 0 && !idempotent) {
            desk.note(
                    step,
                    Rule.RETRY_NOT_IDEMPOTENT,
                    "'" + step.name() + "' is retried without being idempotent; say 'idempotent: true' if it is",
                    "retry");
        }
        if (!idempotent && step.frame().undo().isEmpty() && !(step.frame().onFailure() instanceof OnFailure.Ask)) {
            desk.note(
                    step,
                    Rule.NOBODY_ASKED,
                    "'" + step.name() + "' is not idempotent and has no 'undo'; let a person decide: "
                            + "'on failure: ask ROLE'");
        }
        if (step.frame().needs().contains(Need.DECLARATION)
                && step.frame().resource().filter(r -> r.startsWith("uplink/")).isPresent()) {
            desk.note(step, Rule.NEVER_WAITS, "switching a line never waits for a declaration", "needs");
        }
        drilled(step);
        step.with().keySet().stream()
                .filter(name -> name.startsWith("ansible_"))
                .forEach(name -> desk.note(
                        step,
                        Rule.RESERVED_VARIABLE,
                        "'" + name + "' is Ansible's own; set it in the inventory",
                        "with",
                        name));
    }

    private void drilled(Step.Ansible step) {
        boolean real = step.conduct(Mode.DRILL) == Conduct.REAL;
        boolean takenBack = step.frame()
                .undo()
                .flatMap(desk.runbook()::step)
                .filter(undo -> undo.conduct(Mode.DRILL) == Conduct.REAL)
                .isPresent();
        boolean takesBack =
                desk.runbook().standDown().stream().anyMatch(undo -> undo.name().equals(step.name()));
        if (real && !takenBack && !takesBack) {
            desk.note(
                    step,
                    Rule.DRILL_NOT_TAKEN_BACK,
                    "a drill really does '" + step.name() + "', and nothing that a drill really does takes it back",
                    "in drill");
        }
    }

    private void consent(Step.Consent step) {
        if (step.askedBy().equals(step.of())) {
            desk.note(step, Rule.OWN_CONSENT, "the same role asks and consents; two acts need two people", "of");
        }
        if (step.atLimit() && step.act() == Step.Consent.Act.STAND_DOWN) {
            desk.note(step, Rule.STAND_DOWN_AT_LIMIT, "standing down is asked 'once', not at a limit", "at");
        }
    }

    private static Stream<Step> inside(Step step) {
        return step.inner().stream().flatMap(inner -> Stream.concat(Stream.of(inner), inside(inner)));
    }
}
