package tw.xuhang.wiring;

import java.time.InstantSource;
import tw.xuhang.execution.store.StepLog;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.Playbooks;
import tw.xuhang.step.LogBook;

/** Writes step logs to their table, cut to what it holds. */
record KeptLog(StepLog log, InstantSource clock) implements LogBook {

    private static final int LINE = 8_000;
    private static final int NAME = 200;

    @Override
    public void write(Attempt attempt, Playbooks.Event event) {
        log.write(
                attempt.run(),
                attempt.id().seq(),
                event.counter(),
                attempt.step().name(),
                event.level(),
                cut(event.host(), NAME),
                cut(event.task(), NAME),
                cut(event.text(), LINE),
                clock.instant());
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1) + "…";
    }
}
