package tw.xuhang.execution;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.run.Course;
import tw.xuhang.runbook.run.Picture;
import tw.xuhang.runbook.run.Resources;
import tw.xuhang.runbook.run.RunState;
import tw.xuhang.runbook.run.StepState;
import tw.xuhang.runbook.run.Surroundings;

/**
 * One run in the hands of its owner. Messages are worked on one turn at a time; a turn commits what
 * follows from them in one write and only then calls the ports. While nothing comes, it holds no thread.
 */
final class LiveRun {

    private static final Logger LOG = LoggerFactory.getLogger(LiveRun.class);
    private static final Duration STORE_AWAY = Duration.ofSeconds(1);
    private static final Duration OVERDUE = Duration.ofMillis(500);

    /** What a run has to say to the rest of its engine. */
    interface Neighbours {
        void finished();

        /** A resource came free that this other run waits for. */
        void woken(String run);

        /** Time alone changes something then. */
        void due(Instant at);
    }

    private final String run;
    private final String incident;
    private final long epoch;
    private final long elsewhere;
    private final Course course;
    private final Attempts attempts;
    private final RunStore store;
    private final Effects effects;
    private final Crew crew;
    private final Sight sight;
    private final InstantSource clock;
    private final Neighbours neighbours;

    private final boolean takesTurns;
    private final Queue<Message> inbox = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean scheduled = new AtomicBoolean();
    private final AtomicBoolean waking = new AtomicBoolean();
    private final Set<Long> launched = new HashSet<>();
    private final Map<Long, Integer> lostBefore = new HashMap<>();
    private List<RunStore.Recorded> told;
    private volatile RunState state = RunState.BLANK;
    private long head;
    private boolean unsure;
    private volatile boolean over;
    /** Turns in a row that failed by a fault of ours, not for want of a database. */
    private volatile int failures;

    LiveRun(
            RunStore.Held held,
            Course course,
            RunStore store,
            Effects effects,
            Crew crew,
            Sight sight,
            InstantSource clock,
            Neighbours neighbours) {
        this.run = held.run();
        this.incident = held.incident();
        this.epoch = held.epoch();
        this.elsewhere = held.elsewhere();
        this.course = course;
        this.attempts = new Attempts(run, course.runbook());
        this.store = store;
        this.effects = effects;
        this.crew = crew;
        this.sight = sight;
        this.clock = clock;
        this.neighbours = neighbours;
        this.takesTurns = course.runbook().everyStep().stream()
                .anyMatch(step -> step.frame().resource().isPresent());
        this.told = held.entries();
        fold(held.entries());
    }

    /** Asks about what an earlier life left under way, then looks at mail and time. */
    void resume() {
        for (Attempt attempt : attempts.underWay(state)) {
            launched.add(attempt.id().seq());
            effects.inquire(attempt, attempt.id().seq() <= elsewhere, this::tell);
        }
        passOn(told);
        told = List.of();
        tell(new Message.Look());
    }

    void tell(Message message) {
        inbox.add(message);
        schedule();
    }

    private void schedule() {
        if (!over && scheduled.compareAndSet(false, true)) {
            crew.execute(this::work);
        }
    }

    private void work() {
        Duration pause = Duration.ZERO;
        try {
            turn();
            failures = 0;
        } catch (RunStore.Away e) {
            LOG.warn("run {}: the database does not answer, outcomes are kept and written when it does", run, e);
            unsure = true;
            pause = STORE_AWAY;
        } catch (RuntimeException e) {
            // The boundary of one run: what goes wrong in it must neither end it unsaid nor touch another.
            LOG.error("run {}: a turn failed, and is made again", run, e);
            unsure = true;
            int before = failures;
            pause = Pauses.after(before);
            failures = before + 1;
        } finally {
            scheduled.set(false);
        }
        if (!pause.isZero()) {
            wakeAfter(pause);
        } else if (!inbox.isEmpty()) {
            schedule();
        }
    }

    /** One alarm clock, however often somebody looks in meanwhile. */
    private void wakeAfter(Duration pause) {
        if (waking.compareAndSet(false, true)) {
            crew.later(pause, () -> {
                waking.set(false);
                schedule();
            });
        }
    }

    private void turn() {
        if (over) {
            return;
        }
        if (unsure) {
            reread();
        }
        List<Message> batch = List.copyOf(inbox);
        // Whoever posts also says look, so a turn without one saves the query.
        boolean looks = batch.stream().anyMatch(Message.Look.class::isInstance);
        List<RunStore.Mailed> mail = looks ? store.mailbox(run) : List.of();
        if (write(batch, mail)) {
            batch.forEach(inbox::remove);
        }
        if (state.hasEnded()) {
            over = true;
            neighbours.finished();
        } else if (!over) {
            course.due(state).ifPresent(this::awaitTime);
        }
    }

    /** What is still due after a turn is nothing that a turn at once would change. */
    private void awaitTime(Instant due) {
        Instant soonest = clock.instant().plus(OVERDUE);
        neighbours.due(due.isBefore(soonest) ? soonest : due);
    }

    /** A write may or may not have taken place: the journal knows. What it started but we never launched, starts now. */
    private void reread() {
        List<RunStore.Recorded> entries = store.read(run);
        fold(entries);
        unsure = false;
        launchNew();
        passOn(entries);
    }

    /** The fact may be written and the call that follows from it not be made. To make it twice changes nothing. */
    private void passOn(List<RunStore.Recorded> entries) {
        if (state.abort().isPresent()) {
            attempts.underWay(state).forEach(effects::abort);
        }
        attempts.askedInVain(entries, state).forEach(effects::abort);
    }

    private boolean write(List<Message> batch, List<RunStore.Mailed> mail) {
        Set<String> taken = takesTurns ? new HashSet<>(store.heldByOthers(run)) : new HashSet<>();
        while (true) {
            Turn turn = new Turn(course, state, head, around(taken));
            turn.take(batch, mail.stream().map(RunStore.Mailed::post).toList());
            turn.look();
            if (turn.isEmpty() && mail.isEmpty()) {
                followInquiries(turn);
                return true;
            }
            switch (store.write(writing(turn, mail))) {
                case RunStore.Written.Done done -> {
                    accept(turn);
                    done.woken().forEach(neighbours::woken);
                    return true;
                }
                case RunStore.Written.Taken conflict -> taken.add(conflict.resource());
                case RunStore.Written.Fenced ignored -> {
                    LOG.warn("run {}: another node owns it now, this one stops", run);
                    over = true;
                    neighbours.finished();
                    return true;
                }
            }
        }
    }

    /** The case is looked at once in a turn at most, and only where a condition asks. */
    private Surroundings around(Set<String> taken) {
        var seen = new AtomicReference<@Nullable Picture>();
        return new Surroundings(
                clock.instant(),
                r -> !taken.contains(r),
                () -> requireNonNull(seen.updateAndGet(once -> once == null ? sight.of(incident) : once)));
    }

    private RunStore.Writing writing(Turn turn, List<RunStore.Mailed> mail) {
        Set<String> before = Resources.heldBy(course.runbook(), state);
        Set<String> after = turn.state().hasEnded() ? Set.of() : Resources.heldBy(course.runbook(), turn.state());
        Set<String> awaits = Resources.awaitedBy(turn.state());
        return new RunStore.Writing(
                run,
                incident,
                epoch,
                head,
                turn.entries(),
                turn.at(),
                mail.stream().map(RunStore.Mailed::id).toList(),
                without(after, before),
                without(before, after),
                awaits,
                !awaits.equals(Resources.awaitedBy(state)));
    }

    private static Set<String> without(Set<String> all, Set<String> some) {
        var rest = new HashSet<>(all);
        rest.removeAll(some);
        return rest;
    }

    private void accept(Turn turn) {
        boolean aborting = state.abort().isEmpty() && turn.state().abort().isPresent();
        List<Attempt> called = new ArrayList<>(attempts.left(state, turn.state(), turn.answered()));
        if (aborting) {
            called.addAll(attempts.underWay(turn.state()));
        }
        state = turn.state();
        head += turn.entries().size();
        launchNew();
        called.forEach(effects::abort);
        followInquiries(turn);
    }

    private void followInquiries(Turn turn) {
        for (String step : turn.running()) {
            attempts.current(state, step).ifPresent(a -> effects.attach(a, this::tell));
        }
        for (Message.Lost lost : turn.lost()) {
            int before = lostBefore.merge(lost.attempt().seq(), 1, Integer::sum) - 1;
            // Asked at once the first time; one that runs and cannot be followed is looked at now and then.
            Duration pause = before == 0 ? Duration.ZERO : Pauses.after(before - 1);
            attempts.current(state, lost.step())
                    .filter(a -> a.id().equals(lost.attempt()))
                    .ifPresent(a -> effects.inquireAfter(pause, a, lost.why(), this::tell));
        }
    }

    private void launchNew() {
        for (Attempt attempt : attempts.underWay(state)) {
            if (!launched.add(attempt.id().seq())) {
                continue;
            }
            if (state.abort().isPresent()) {
                // Started by the very write that calls everything off: nobody has begun it, and nobody will.
                tell(new Message.Learned(attempt.step().name(), attempt.id(), new Inquiry.NeverStarted()));
            } else {
                effects.perform(attempt, this::tell);
            }
        }
    }

    private void fold(List<RunStore.Recorded> entries) {
        RunState sum = RunState.BLANK;
        for (var recorded : entries) {
            sum = sum.after(recorded.entry(), recorded.seq(), recorded.at());
        }
        state = sum;
        head = entries.size();
    }

    RunState state() {
        return state;
    }

    String name() {
        return run;
    }

    /** Its last turn failed, and not because the database is away. */
    boolean fails() {
        return failures > 0 && !over;
    }

    /** Nothing to do, nothing under way, nothing and nobody waited for, and yet not ended: what R4 says there is not. */
    boolean standsStill() {
        boolean idle = inbox.isEmpty() && !scheduled.get() && !over;
        RunState now = state;
        boolean awaited = now.pause().isPresent();
        return idle
                && !awaited
                && !now.hasEnded()
                && now.steps().values().stream().noneMatch(LiveRun::isOpen);
    }

    private static boolean isOpen(StepState step) {
        return switch (step.status()) {
            case RUNNING, PARKED, RETRY_PLANNED, ASKING, DOUBTFUL -> true;
            case NOT_STARTED, SUCCEEDED, NOT_NEEDED, FAILED, SKIPPED -> false;
        };
    }
}
