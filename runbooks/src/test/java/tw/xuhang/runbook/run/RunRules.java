package tw.xuhang.runbook.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Waiting;

/** A run on paper: post to it, tick its clock, read what it did. */
final class RunRules {

    static final Instant NIGHT = Instant.parse("2026-11-22T18:10:00Z");

    private final Course course;
    private final List<RunEntry> entries = new ArrayList<>();
    private RunState state = RunState.BLANK;
    private Instant now = NIGHT;
    private Set<String> held = Set.of();
    private Picture picture = Picture.CALM;

    private RunRules(Runbook runbook, Mode mode) {
        course = new Course(runbook);
        var began = new RunEntry.Began("test", "v1", "2026-0001", mode, Map.of("main", "main"), "test");
        take(course.follow(state, 0, List.of(began), around()));
    }

    static RunRules of(Step... steps) {
        return of(Mode.LIVE, steps);
    }

    static RunRules of(Mode mode, Step... steps) {
        return new RunRules(runbook(List.of(steps), List.of()), mode);
    }

    static RunRules withStandDown(List<Step> steps, List<Step> standDown) {
        return new RunRules(runbook(steps, standDown), Mode.LIVE);
    }

    static Runbook runbook(List<Step> steps, List<Step> standDown) {
        return new Runbook(
                "test",
                "v1",
                Text.of("test"),
                List.of(),
                "server-room",
                new Runbook.Objective(List.of(), Optional.empty(), Optional.empty()),
                List.of(),
                Map.of(),
                steps,
                List.of(),
                standDown);
    }

    static Step playbook(Frame frame) {
        return new Step.Ansible(frame, "x.yml", Map.of(), Optional.empty());
    }

    static Step playbook(String name) {
        return playbook(Frame.named(name));
    }

    RunRules succeeds(String step) {
        return ends(step, Outcome.succeeded());
    }

    RunRules fails(String step) {
        return ends(step, Outcome.failed("broken"));
    }

    RunRules ends(String step, Outcome outcome) {
        return post(new Post.Reported(step, new AttemptId("run/1", at(step).attemptSeq()), outcome));
    }

    RunRules parks(String step, Waiting waiting) {
        return post(new Post.WaitsFor(step, new AttemptId("run/1", at(step).attemptSeq()), waiting));
    }

    RunRules decides(String step, RunEntry.Decision decision) {
        return post(new Post.Decide(step, decision, "server-room", "because"));
    }

    RunRules isLost(String step) {
        take(course.follow(state, entries.size(), List.of(new RunEntry.StepDoubted(step, "crash")), around()));
        return this;
    }

    RunRules after(Duration duration) {
        now = now.plus(duration);
        return post(new Post.Wake());
    }

    RunRules whileHeld(String resource) {
        held = Set.of(resource);
        return this;
    }

    RunRules sees(Picture now) {
        picture = now;
        return this;
    }

    RunRules released() {
        held = Set.of();
        return post(new Post.Wake());
    }

    RunRules post(Post post) {
        take(course.receive(state, entries.size(), post, around()));
        return this;
    }

    Runbook runbook() {
        return course.runbook();
    }

    StepState at(String step) {
        return state.step(step);
    }

    StepStatus status(String step) {
        return at(step).status();
    }

    RunState state() {
        return state;
    }

    Optional<Instant> due() {
        return course.due(state);
    }

    Optional<RunEnding> ending() {
        return state.ended().map(RunEntry.Ended::ending);
    }

    List<RunEntry> entries() {
        return List.copyOf(entries);
    }

    Course course() {
        return course;
    }

    private Surroundings around() {
        return new Surroundings(now, r -> !held.contains(r), () -> picture);
    }

    private void take(Course.Plan plan) {
        entries.addAll(plan.entries());
        state = plan.state();
    }
}
