package tw.xuhang.execution;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.due.Agenda;
import tw.xuhang.due.Thing;
import tw.xuhang.runbook.run.Course;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.runbook.run.RunState;

/**
 * Works on the runs that this node owns. After a commit the next step is handed on inside the process; the
 * agenda, {@link #takeOver} and {@link #readMail} are the net under that path, not the path.
 */
public final class Engine {

    /** Runs on the agenda: their {@link #look}. */
    public static final String DUE = "run";

    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);

    private final RunStore store;
    private final Shelf shelf;
    private final Effects effects;
    private final Crew crew;
    private final Agenda agenda;
    private final Sight sight;
    private final InstantSource clock;
    private final Map<String, LiveRun> live = new ConcurrentHashMap<>();

    public Engine(
            RunStore store,
            Shelf shelf,
            StepPorts ports,
            Lease lease,
            Crew crew,
            Agenda agenda,
            Sight sight,
            InstantSource clock) {
        this.store = store;
        this.shelf = shelf;
        this.effects = new Effects(ports, crew, lease);
        this.crew = crew;
        this.agenda = agenda;
        this.sight = sight;
        this.clock = clock;
    }

    /** Becomes the run's owner and goes on with it. Does nothing when it already is, or another node is. */
    public void take(String run) {
        LiveRun taken;
        synchronized (live) {
            if (live.containsKey(run)) {
                return;
            }
            Optional<RunStore.Held> held = store.take(run);
            if (held.isEmpty()) {
                return;
            }
            taken = liveRun(held.get());
            live.put(run, taken);
        }
        taken.resume();
    }

    private LiveRun liveRun(RunStore.Held held) {
        var began = (RunEntry.Began) held.entries().getFirst().entry();
        var course = new Course(shelf.pinned(began.version()));
        return new LiveRun(held, course, store, effects, crew, sight, clock, new LiveRun.Neighbours() {
            @Override
            public void finished() {
                live.remove(held.run());
            }

            @Override
            public void woken(String other) {
                nudge(other);
            }

            @Override
            public void due(Instant at) {
                agenda.by(new Thing(DUE, held.run()), at);
            }
        });
    }

    /** Tells a run something, durably; its owner reads it at once if it is this node. */
    public void post(String run, Post post) {
        store.post(run, post);
        nudge(run);
    }

    /** The run's mailbox has something, or something of it may be due. */
    public void nudge(String run) {
        LiveRun at = live.get(run);
        if (at != null) {
            at.tell(new Message.Look());
        }
    }

    /** Something happened in this case: its runs look whether they were told of it. */
    public void nudgeCase(String incident) {
        live.keySet().stream().filter(run -> run.startsWith(incident + ".")).forEach(this::nudge);
    }

    /**
     * Time alone may have changed something for the run. One that another node works on finds it in its mailbox.
     *
     * @return empty: after its turn the run itself says what is due next
     */
    public Optional<Instant> look(String run) {
        if (live.containsKey(run)) {
            nudge(run);
        } else {
            store.post(run, new Post.Wake());
        }
        return Optional.empty();
    }

    /** Takes what has no owner. Called every few seconds. */
    public void takeOver() {
        store.orphans(clock.instant()).forEach(this::takeUnlessItCannotBe);
    }

    private void takeUnlessItCannotBe(String run) {
        try {
            take(run);
        } catch (RunStore.Away e) {
            throw e;
        } catch (RuntimeException e) {
            // One run whose facts or runbook cannot be read must not keep the others waiting; the watchdog names it.
            LOG.error("run {} cannot be worked on", run, e);
        }
    }

    /** Runs that nobody works on, though this node should: not even tried for the first time counts. */
    Set<String> unheld() {
        var unheld = new TreeSet<>(store.orphans(clock.instant()));
        unheld.removeAll(live.keySet());
        return unheld;
    }

    /** Runs in hand of which no step is under way and none waits, though they have not ended. */
    Set<String> standingStill() {
        return those(LiveRun::standsStill);
    }

    /** Runs in hand whose turns fail. */
    Set<String> failing() {
        return those(LiveRun::fails);
    }

    private Set<String> those(Predicate<LiveRun> which) {
        return live.values().stream().filter(which).map(LiveRun::name).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Wakes what other nodes have posted to, or what waits for a resource that they let go. Costs nothing without runs. */
    public void readMail() {
        if (!live.isEmpty()) {
            store.nudged().forEach(this::nudge);
        }
    }

    /** The state of a run that this node works on. */
    public Optional<RunState> state(String run) {
        return Optional.ofNullable(live.get(run)).map(LiveRun::state);
    }

    public int liveRuns() {
        return live.size();
    }
}
