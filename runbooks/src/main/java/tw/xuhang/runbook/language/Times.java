package tw.xuhang.runbook.language;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;

/** Whether the durations of a runbook fit to each other. */
final class Times {

    private final Desk desk;

    Times(Desk desk) {
        this.desk = desk;
    }

    void check() {
        objective(desk.runbook());
        desk.runbook().everyStep().forEach(this::step);
    }

    private void objective(Runbook runbook) {
        Optional<Duration> rto = runbook.objective().rto();
        if (rto.isEmpty()) {
            return;
        }
        if (runbook.objective().mtpd().filter(mtpd -> isLonger(rto.get(), mtpd)).isPresent()) {
            desk.note(Rule.RTO_OVER_MTPD, "the RTO is longer than what is tolerable", "serves", "rto");
        }
        Duration expected = oneAfterTheOther(runbook.steps()).plus(oneAfterTheOther(runbook.verify()));
        if (isLonger(expected, rto.get())) {
            desk.note(
                    Rule.SLOWER_THAN_RTO,
                    "the steps are expected to take " + Durations.print(expected) + ", the RTO is "
                            + Durations.print(rto.get()),
                    "serves",
                    "rto");
        }
    }

    private void step(Step step) {
        Optional<Duration> timeout = step.frame().timeout();
        step.frame().expected().ifPresent(expected -> fits(step, expected, "expected"));
        switch (step) {
            case Step.Ansible ansible -> {
                needed(step);
                ansible.idle().ifPresent(idle -> fits(step, idle, "idle"));
            }
            case Step.Probe probe -> {
                needed(step);
                fits(step, probe.expect().within(), "within");
                fits(step, probe.expect().lasting(), "expect");
            }
            case Step.Wait wait -> {
                if (!(wait.until() instanceof Step.Wait.Until.Elapsed)) {
                    needed(step);
                }
            }
            case Step.Child _ -> needed(step);
            case Step.Task _ -> {
                if (timeout.isEmpty()) {
                    desk.note(
                            step,
                            Rule.TASK_WITHOUT_TIMEOUT,
                            "nobody notices when task '" + step.name() + "' is left undone; give it a 'timeout'");
                }
            }
            case Step.Consent consent -> ladder(consent);
            case Step.Dispatch _, Step.Notify _, Step.Parallel _, Step.Sequence _, Step.Choose _, Step.Branch _ -> {}
        }
    }

    private void needed(Step step) {
        if (step.frame().timeout().isEmpty()) {
            desk.note(step, Rule.NO_TIMEOUT, "'" + step.name() + "' could last for ever; give it a 'timeout'");
        }
    }

    private void fits(Step step, Duration duration, String key) {
        if (step.frame()
                .timeout()
                .filter(timeout -> isLonger(duration, timeout))
                .isPresent()) {
            desk.note(
                    step,
                    Rule.LONGER_THAN_TIMEOUT,
                    "'" + key + "' of '" + step.name() + "' is " + Durations.print(duration)
                            + ", longer than its timeout",
                    key);
        }
    }

    private void ladder(Step.Consent consent) {
        if (!isLonger(consent.deputyAfter(), consent.remindAfter())) {
            desk.note(
                    consent, Rule.SILENCE_LADDER, "the deputy is asked after the reminder, not before", "deputy after");
        }
        if (!isLonger(consent.callAfter(), consent.deputyAfter())) {
            desk.note(
                    consent,
                    Rule.SILENCE_LADDER,
                    "the call comes after the deputy was asked, not before",
                    "call after");
        }
    }

    private static Duration oneAfterTheOther(List<Step> steps) {
        return steps.stream().map(Times::expected).reduce(Duration.ZERO, Duration::plus);
    }

    private static Duration expected(Step step) {
        return switch (step) {
            case Step.Parallel _, Step.Choose _ ->
                step.inner().stream()
                        .map(Times::expected)
                        .max(Comparator.naturalOrder())
                        .orElse(Duration.ZERO);
            case Step.Sequence _, Step.Branch _ -> oneAfterTheOther(step.inner());
            // People's time is not the machine's: a task beside the work says nothing about when service is back.
            case Step.Task _, Step.Consent _, Step.Wait _ -> Duration.ZERO;
            case Step.Ansible _, Step.Probe _, Step.Dispatch _, Step.Notify _, Step.Child _ ->
                step.frame().expected().orElse(Duration.ZERO);
        };
    }

    private static boolean isLonger(Duration a, Duration b) {
        return a.compareTo(b) > 0;
    }
}
