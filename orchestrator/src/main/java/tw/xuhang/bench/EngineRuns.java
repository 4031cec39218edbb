package tw.xuhang.bench;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import tw.xuhang.due.store.DatabaseAgenda;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.Journal;
import tw.xuhang.evidence.JournalListener;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.execution.Crew;
import tw.xuhang.execution.Engine;
import tw.xuhang.execution.RunStore;
import tw.xuhang.execution.Sight;
import tw.xuhang.execution.StepPorts;
import tw.xuhang.execution.store.Nodes;
import tw.xuhang.execution.store.RunFacts;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.port.StepPort;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.watch.Rounds;

/** The service's engine at work on runs whose steps do nothing: journal, read models, reactions and agenda are the real ones. */
final class EngineRuns implements JournalListener {

    private static final String VERSION = "bench";
    private static final long LONGEST_SECONDS = 60;

    private static final StepPort NOTHING = new StepPort() {
        @Override
        public Report perform(Attempt attempt) {
            return new Report.Ended(Outcome.succeeded());
        }

        @Override
        public Inquiry inquire(Attempt attempt) {
            return new Inquiry.NeverStarted();
        }
    };

    private final Journal journal;
    private final Engine engine;
    private final AtomicInteger numbers = new AtomicInteger();
    private final Map<String, CountDownLatch> under = new ConcurrentHashMap<>();

    EngineRuns(Rig rig, int steps, InstantSource clock) {
        rig.join(JournalListener.class, this);
        journal = rig.part(Journal.class);
        var nodes = rig.part(Nodes.class);
        nodes.beat();
        // A round may last longer than a lease without a heartbeat stands.
        rig.part(Rounds.class).every("heart", Nodes.EVERY, nodes::beat);
        var agenda = rig.part(DatabaseAgenda.class);
        Runbook runbook = runbook(steps);
        var ports = new StepPorts(Map.of("ansible", NOTHING));
        engine = new Engine(
                rig.part(RunStore.class), _ -> runbook, ports, nodes, rig.part(Crew.class), agenda, Sight.CALM, clock);
        agenda.open(Map.of(Engine.DUE, engine::look, "progress", _ -> Optional.empty()));
    }

    private static Runbook runbook(int steps) {
        List<Step> all = IntStream.range(0, steps)
                .<Step>mapToObj(
                        i -> new Step.Ansible(Frame.named("step-" + i), "nothing.yml", Map.of(), Optional.empty()))
                .toList();
        return new Runbook(
                VERSION,
                VERSION,
                Text.of(VERSION),
                List.of(),
                "server-room",
                new Runbook.Objective(List.of(), Optional.empty(), Optional.empty()),
                List.of(),
                Map.of(),
                all,
                List.of(),
                List.of());
    }

    /** One run from its beginning to its end. */
    void one() {
        String run = "bench." + numbers.incrementAndGet();
        var ended = new CountDownLatch(1);
        under.put(run, ended);
        var began = new RunEntry.Began(VERSION, VERSION, "bench", Mode.LIVE, Map.of(), VERSION);
        journal.append(
                new Journal.Addition(
                        StreamId.of("run", run),
                        0,
                        "bench",
                        List.of(RunFacts.codec().write(began))),
                Actor.SYSTEM);
        engine.take(run);
        try {
            if (!ended.await(LONGEST_SECONDS, TimeUnit.SECONDS)) {
                throw new IllegalStateException("run " + run + " has not ended in " + LONGEST_SECONDS + " s");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted while run " + run + " was under way", e);
        }
    }

    @Override
    public void appended(List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.type().equals("run.ended")) {
                CountDownLatch ended = under.remove(entry.stream().key());
                if (ended != null) {
                    ended.countDown();
                }
            }
        }
    }
}
