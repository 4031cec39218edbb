package tw.xuhang.runbook.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Waiting;
import tw.xuhang.runbook.run.Course;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEntry;
import tw.xuhang.runbook.run.RunState;
import tw.xuhang.runbook.run.StepStatus;
import tw.xuhang.runbook.run.Surroundings;

/**
 * Plays a rehearsal: the {@link Course} that live runs follow, with a clock that jumps from one moment at which
 * something happens to the next. Of an answer and a time limit at the same moment, the answer counts.
 */
public final class Stage {

    /** A Monday, eight o'clock in Taipei; the date means nothing. */
    static final Instant BEGINNING = Instant.parse("2026-01-05T00:00:00Z");

    private static final String RUN = "run/rehearsal";
    /** More moments than any runbook has; beyond it somebody answers in a circle. */
    private static final int MANY = 10_000;

    private final Course course;
    private final Script script;
    private final Agenda agenda = new Agenda();
    private final Programme programme = new Programme(BEGINNING);
    private final Situation situation;
    private final Set<Happening> idle = new LinkedHashSet<>();
    private RunState state = RunState.BLANK;
    private long head;
    private Instant now = BEGINNING;

    private Stage(Runbook runbook, Rehearsal rehearsal) {
        this.course = new Course(runbook);
        this.script = new Script(rehearsal.steps());
        this.situation = new Situation(rehearsal.about());
    }

    public static Performance play(Rehearsal rehearsal, Runbook runbook) {
        var stage = new Stage(runbook, rehearsal);
        stage.begin(rehearsal);
        stage.goOn();
        return stage.performance();
    }

    private void begin(Rehearsal rehearsal) {
        idle.addAll(rehearsal.happenings());
        for (Happening happening : rehearsal.happenings()) {
            if (happening.before()) {
                happen(happening);
            } else {
                agenda.add(BEGINNING.plus(happening.at()), () -> happen(happening));
            }
        }
        Runbook runbook = course.runbook();
        Map<String, String> parameters = new HashMap<>();
        runbook.parameters().forEach((name, parameter) -> parameters.put(name, parameter.preset()));
        parameters.putAll(rehearsal.parameters());
        String reason = rehearsal.alarm().map(Rehearsal.Alarm::signal).orElse("");
        // A condition may ask whether this is a drill: what is rehearsed is the real thing.
        follow(new RunEntry.Began(runbook.key(), runbook.version(), "rehearsal", Mode.LIVE, parameters, reason));
    }

    private void goOn() {
        for (int moments = 0; !state.hasEnded(); moments++) {
            if (moments > MANY) {
                throw new IllegalStateException("run of " + course.runbook().key() + " never comes to rest");
            }
            // Whatever is due by now was looked at with the last fact.
            Optional<Instant> due = course.due(state).filter(now::isBefore);
            Optional<Instant> next = agenda.next();
            if (due.isPresent() && (next.isEmpty() || due.get().isBefore(next.get()))) {
                now = due.get();
                post(new Post.Wake());
            } else if (next.isPresent()) {
                now = next.get();
                agenda.doNext();
            } else {
                return;
            }
        }
    }

    private void happen(Happening happening) {
        boolean changed = switch (happening.what()) {
            case Happening.What.Signal(String kind) -> post(new Post.SignalSeen(kind));
            case Happening.What.Declared _ -> post(new Post.Met(Acting.DECLARATION));
            case Happening.What.NotDeclared _ -> post(new Post.Lost(Acting.DECLARATION, "refused"));
            case Happening.What.Aborted(String reason) -> post(new Post.Abort("rehearsal", reason));
            case Happening.What around -> situation.change(around, now);
        };
        if (changed) {
            idle.remove(happening);
            post(new Post.Wake());
        }
    }

    /** Whether it changed anything. */
    private boolean post(Post post) {
        return take(course.receive(state, head, post, around()));
    }

    private void follow(RunEntry fact) {
        take(course.follow(state, head, List.of(fact), around()));
    }

    private boolean take(Course.Plan plan) {
        List<String> asked = new ArrayList<>();
        for (RunEntry entry : plan.entries()) {
            head++;
            state = state.after(entry, head, now);
            programme.note(entry, state, now);
            if (entry instanceof RunEntry.StepStarted started) {
                attempt(started.step(), head);
            } else if (entry instanceof RunEntry.StepParked parked) {
                asked.add(parked.step());
            } else if (entry instanceof RunEntry.StepDoubted doubted) {
                asked.add(doubted.step());
            }
        }
        asked.stream().filter(this::asks).forEach(this::decision);
        return !plan.entries().isEmpty();
    }

    private boolean asks(String step) {
        StepStatus status = state.step(step).status();
        return status == StepStatus.ASKING || status == StepStatus.DOUBTFUL;
    }

    private void decision(String step) {
        script.decision(step).ifPresent(cue -> {
            if (cue.what() instanceof Cue.What.Decides(RunEntry.Decision decision)) {
                agenda.add(now.plus(cue.after().orElse(Duration.ZERO)), () -> decide(step, decision, cue.says()));
            }
        });
    }

    private void attempt(String name, long seq) {
        Optional<Step> step = course.runbook().step(name);
        Optional<Cue> cue = script.attempt(name);
        boolean hangs = cue.filter(Cue::hangs).isPresent();
        step.flatMap(hangs ? Acting::hanging : Acting::waiting)
                .ifPresent(waiting -> agenda.add(now, () -> park(name, seq, waiting)));
        if (cue.isPresent()) {
            perform(name, seq, step, cue.get());
        } else if (step.isEmpty() || Acting.endsByItself(step.get())) {
            agenda.add(now.plus(Acting.usual(step)), () -> report(name, seq, step, Outcome.succeeded()));
        }
    }

    private void perform(String name, long seq, Optional<Step> step, Cue cue) {
        if (cue.what() instanceof Cue.What.Sees(boolean reachable) && step.orElse(null) instanceof Step.Probe probe) {
            Outcome seen = Acting.seen(probe, reachable);
            Duration took = cue.after().orElse(Acting.looking(probe, reachable));
            agenda.add(now.plus(took), () -> report(name, seq, step, seen));
        } else if (cue.what() instanceof Cue.What.Comes(Cue.Result result)) {
            Duration took = cue.after().orElse(Acting.usual(step));
            switch (result) {
                case LOST -> agenda.add(now.plus(took), () -> lose(name, seq));
                case SKIPPED -> agenda.add(now.plus(took), () -> decide(name, RunEntry.Decision.SKIP, cue.says()));
                case HANGS ->
                    Acting.limit(step)
                            .ifPresent(limit -> agenda.add(
                                    now.plus(limit), () -> report(name, seq, step, Acting.outcome(result, cue))));
                case DONE, FAILED, NOT_NEEDED ->
                    agenda.add(now.plus(took), () -> report(name, seq, step, Acting.outcome(result, cue)));
            }
        }
    }

    private void report(String name, long seq, Optional<Step> step, Outcome outcome) {
        if (state.step(name).attemptSeq() == seq && !state.step(name).status().hasEnded()) {
            step.flatMap(s -> Acting.aboutDeclaration(s, outcome)).ifPresent(this::post);
            step.flatMap(s -> Acting.aboutVendor(s, outcome)).ifPresent(this::post);
        }
        post(new Post.Reported(name, new AttemptId(RUN, seq), outcome));
    }

    private void park(String step, long seq, Waiting waiting) {
        if (isOpen(step, seq, StepStatus.RUNNING)) {
            follow(new RunEntry.StepParked(step, waiting));
        }
    }

    private void lose(String step, long seq) {
        if (isOpen(step, seq, StepStatus.RUNNING)) {
            follow(new RunEntry.StepDoubted(step, "lost"));
        }
    }

    private void decide(String step, RunEntry.Decision decision, String why) {
        post(new Post.Decide(step, decision, "rehearsal", why));
    }

    private boolean isOpen(String step, long seq, StepStatus status) {
        return state.step(step).status() == status && state.step(step).attemptSeq() == seq;
    }

    private Surroundings around() {
        return new Surroundings(now, situation::isFree, () -> situation.picture(now));
    }

    private Performance performance() {
        List<Place> places = new ArrayList<>(script.idle());
        idle.forEach(happening -> places.add(happening.place()));
        return new Performance(
                programme.seen(),
                Programme.outcome(state),
                Duration.between(BEGINNING, now),
                state.hasEnded() ? List.of() : Programme.waiting(state),
                places);
    }
}
