package tw.xuhang.wiring;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tw.xuhang.execution.Crew;
import tw.xuhang.execution.store.StepLog;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Playbooks;

final class KeptLogTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:10:00Z");
    private static final Attempt ATTEMPT = new Attempt(
            new AttemptId("run/1", 2),
            "1",
            "2026-0001",
            new Step.Ansible(Frame.named("switch"), "x.yml", Map.of(), Optional.empty()),
            1,
            Map.of(),
            Mode.LIVE);

    private final Map<Long, String> table = new TreeMap<>();
    private final Deque<Runnable> later = new ArrayDeque<>();
    private @Nullable SQLException trouble;

    private final StepLog rows = new StepLog() {
        @Override
        public void write(
                String run,
                long attempt,
                long counter,
                String step,
                String level,
                String host,
                String task,
                String line,
                Instant at) {
            if (trouble != null || line.contains("unstorable")) {
                throw new IllegalStateException(
                        "wrapped", trouble == null ? new SQLException("bad value", "22007", 1366) : trouble);
            }
            table.putIfAbsent(counter, line);
        }

        @Override
        public List<Line> ofRun(String run, int most) {
            return List.of();
        }
    };

    private final Crew crew = new Crew() {
        @Override
        public void execute(Runnable task) {
            task.run();
        }

        @Override
        public void later(Duration delay, Runnable task) {
            later.add(task);
        }
    };

    private final KeptLog log = new KeptLog(rows, () -> NIGHT, crew);

    private void write(long counter, String text) {
        log.write(ATTEMPT, new Playbooks.Event(counter, "info", "host", "task", text));
    }

    private void secondPasses() {
        requireNonNull(later.poll()).run();
    }

    @Test
    void aLineIsStoredAtOnce() {
        write(1, "one");
        assertThat(table).containsEntry(1L, "one");
        assertThat(later).isEmpty();
    }

    @Test
    void aDatabaseThatIsAwayEndsNothingAndGetsTheLinesWhenItIsBack() {
        trouble = new SQLTransientConnectionException("gone");
        write(1, "one");
        write(2, "two");
        secondPasses();
        assertThat(table).isEmpty();

        trouble = null;
        write(3, "three");
        secondPasses();
        assertThat(table.values()).containsExactly("one", "two", "three");
        assertThat(later).isEmpty();
        write(4, "four");
        assertThat(table).hasSize(4);
    }

    @Test
    void whatDoesNotFitIsCountedAndSaidInOneLine() {
        trouble = new SQLTransientConnectionException("gone");
        for (int line = 1; line <= KeptLog.MOST + 12; line++) {
            write(line, "line");
        }
        trouble = null;
        secondPasses();
        assertThat(table).hasSize(KeptLog.MOST + 1);
        assertThat(table.get(KeptLog.MOST + 12L)).contains("12");
        assertThat(later).isEmpty();
    }

    @Test
    void aLineThatCanNeverBeStoredHoldsUpNoOther() {
        write(1, "unstorable");
        write(2, "two");
        secondPasses();
        assertThat(table.get(1L)).contains("1 lines");
        assertThat(table).containsEntry(2L, "two");
        assertThat(later).isEmpty();
    }

    @Test
    void aTableThatTakesNothingIsNotTriedForEver() {
        trouble = new SQLException("no such table", "42S02", 1146);
        write(1, "one");
        secondPasses();
        assertThat(later).isEmpty();
    }
}
