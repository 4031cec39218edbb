package tw.xuhang.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Draft;
import tw.xuhang.evidence.Journal;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.execution.AskedInVain;
import tw.xuhang.execution.store.RunFacts;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.run.RunEnding;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.task.TaskEntry;
import tw.xuhang.task.Tasks;

/** On the service's own lists: what a run that has ended left open before people. */
@MicronautTest(transactional = false)
final class VainTest {

    @Inject
    private Journal journal;

    @Inject
    private Tasks tasks;

    @Inject
    private AskedInVain vain;

    private void run(String run, boolean ended) {
        var facts = new ArrayList<Draft>();
        facts.add(RunFacts.codec().write(new RunEntry.Began("test", "v1", "V-1", Mode.LIVE, Map.of(), "test")));
        if (ended) {
            facts.add(RunFacts.codec().write(new RunEntry.Ended(RunEnding.ABORTED, "")));
        }
        journal.append(new Journal.Addition(StreamId.of("run", run), 0, "V-1", facts), Actor.SYSTEM);
    }

    private void ask(String task, String run) {
        tasks.open(
                task,
                new TaskEntry.Opened(
                        "V-1",
                        "server-room",
                        Text.of("look"),
                        List.of(),
                        Map.of(),
                        Optional.empty(),
                        run,
                        "look",
                        "run/" + run,
                        2));
    }

    @Test
    void aTaskWhoseRunEndedWithTheServiceIsTakenBackByTheNextOne() {
        run("V-1.1", true);
        run("V-1.2", false);
        ask("vain-1", "V-1.1");
        ask("vain-2", "V-1.2");
        ask("vain-3", "");

        vain.look();

        assertThat(tasks.read("vain-1").isOpen()).isFalse();
        assertThat(tasks.read("vain-2").isOpen()).as("its run goes on").isTrue();
        assertThat(tasks.read("vain-3").isOpen()).as("a task of no run").isTrue();
    }
}
