package tw.xuhang.runbook.run;

import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Need;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;

/** Whether what steps need has happened. */
final class Needs {

    private Needs() {}

    /** In a simulation nobody declares: it counts as declared as soon as the runbook has asked for it. */
    static boolean met(Runbook runbook, RunState state, Need need) {
        boolean simulated =
                state.began().filter(began -> began.mode() == Mode.SIMULATE).isPresent();
        return state.met().contains(need) || (simulated && asked(runbook, state));
    }

    private static boolean asked(Runbook runbook, RunState state) {
        return runbook.everyStep().stream()
                .filter(step -> step instanceof Step.Consent consent && consent.act() == Step.Consent.Act.DECLARE)
                .allMatch(step -> state.step(step.name()).status().hasEnded());
    }
}
