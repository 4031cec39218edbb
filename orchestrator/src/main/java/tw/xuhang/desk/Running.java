package tw.xuhang.desk;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.xuhang.casebook.Casebook;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Waiting;
import tw.xuhang.runbook.run.Lineage;
import tw.xuhang.runbook.run.Pause;
import tw.xuhang.runbook.run.RunState;
import tw.xuhang.runbook.run.StepState;
import tw.xuhang.runbook.run.StepStatus;
import tw.xuhang.web.view.Badge;
import tw.xuhang.web.view.IncidentView;
import tw.xuhang.web.view.RunView;
import tw.xuhang.web.view.Status;

/** What is shown of a run: its steps, what each waits for, what failed and what can be done. */
public final class Running {

    private static final int LAST_LINES = 200;
    private static final int TROUBLE_LINES = 8;

    private final Look look;

    public Running(Look look) {
        this.look = look;
    }

    /**
     * @param children names of the runs that its steps began
     * @param tasks of people, that the run waits for
     * @param maySteer whether the viewer decides about steps
     */
    public RunView page(
            Casebook.RunLine line,
            Runbook runbook,
            RunState state,
            List<String> children,
            List<Casebook.LogLine> log,
            List<RunView.Task> tasks,
            boolean maySteer) {
        Map<String, List<RunView.LogLine>> logs = log.stream()
                .collect(Collectors.groupingBy(
                        Casebook.LogLine::step, Collectors.mapping(this::line, Collectors.toList())));
        var steps = new ArrayList<RunView.Step>();
        collect(parts(runbook, state), "", 0, state, logs, steps);
        return new RunView(
                line.run(),
                line.incident(),
                Lineage.parent(line.run()).orElse(null),
                children,
                look.say(runbook.title()),
                line.version().substring(0, Math.min(8, line.version().length())),
                Look.mode(line.mode()),
                badge(line, state),
                state.began().map(began -> look.reason(began.reason())).orElse(""),
                line.beganAt(),
                line.endedAt().orElse(null),
                usual(runbook).orElse(null),
                steps,
                trouble(runbook, state, logs).orElse(null),
                tasks,
                state.pause()
                        .map(pause -> new RunView.Pause(look.person(pause.by()), pause.reason(), pause.since()))
                        .orElse(null),
                maySteer);
    }

    public IncidentView.RunRow row(Casebook.RunLine line, Runbook runbook, RunState state) {
        List<Step> leaves = leaves(parts(runbook, state));
        int done = (int) leaves.stream()
                .filter(step -> state.step(step.name()).status().hasEnded())
                .count();
        return new IncidentView.RunRow(
                line.run(),
                look.say(runbook.title()),
                badge(line, state),
                now(runbook, state),
                line.beganAt(),
                done,
                leaves.size());
    }

    /** Who holds it up, and the steps that are under way, in words. */
    public String now(Runbook runbook, RunState state) {
        Stream<String> steps = leaves(parts(runbook, state)).stream()
                .filter(step -> isActive(state.step(step.name()).status()))
                .map(step -> look.say(step.frame().title()) + " · "
                        + stepBadge(state.step(step.name())).word());
        return Stream.concat(state.pause().map(this::paused).stream(), steps).collect(Collectors.joining("；"));
    }

    /** By whom and since when. */
    public String paused(Pause pause) {
        return look.get("run.paused.by", look.person(pause.by()), look.words().near(pause.since(), look.now()));
    }

    /** Whether a person has to decide about a step. */
    public static boolean asksForDecision(RunState state) {
        return !state.hasEnded()
                && state.steps().values().stream()
                        .anyMatch(step -> step.status() == StepStatus.ASKING || step.status() == StepStatus.DOUBTFUL);
    }

    private Badge badge(Casebook.RunLine line, RunState state) {
        if (line.ending().isPresent()) {
            Status status = switch (line.ending().get()) {
                case "SUCCEEDED" -> Status.DONE;
                case "ABORTED" -> Status.ABORTED;
                case "CLOSED_EARLY" -> Status.SKIPPED;
                case "PARTIAL" -> Status.UNKNOWN;
                default -> Status.FAILED;
            };
            return new Badge(status, look.get("run.ending." + line.ending().get()));
        }
        if (state.pause().isPresent()) {
            return new Badge(Status.WAITING, look.get("run.paused"));
        }
        if (asksForDecision(state)) {
            return new Badge(Status.FAILED, look.get("run.asks"));
        }
        boolean working = state.steps().values().stream().anyMatch(step -> step.status() == StepStatus.RUNNING);
        return working
                ? new Badge(Status.RUNNING, look.get("status.RUNNING"))
                : new Badge(Status.WAITING, look.get("status.WAITING"));
    }

    private void collect(
            List<Step> from,
            String prefix,
            int depth,
            RunState state,
            Map<String, List<RunView.LogLine>> logs,
            List<RunView.Step> into) {
        int n = 0;
        for (Step step : from) {
            n++;
            String number = prefix + n;
            into.add(view(step, number, Math.min(depth, 2), state, logs));
            collect(step.inner(), number + ".", depth + 1, state, logs, into);
        }
    }

    private RunView.Step view(
            Step step, String number, int depth, RunState state, Map<String, List<RunView.LogLine>> logs) {
        StepState now = step.inner().isEmpty() ? state.step(step.name()) : around(step, state);
        List<RunView.LogLine> lines = logs.getOrDefault(step.name(), List.of());
        return new RunView.Step(
                step.name(),
                number,
                depth,
                look.say(step.frame().title()),
                look.get("kind." + step.kind()),
                stepBadge(now),
                now.startedAt().orElse(null),
                now.status().hasEnded() && now.startedAt().isPresent() ? now.since() : null,
                now.attempts(),
                step.inner().isEmpty() || now.status() == StepStatus.FAILED ? note(now) : "",
                lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()),
                isActive(now.status()),
                false);
    }

    /** A step that holds others stands where they stand. */
    private static StepState around(Step step, RunState state) {
        StepState own = state.step(step.name());
        boolean chosen = step instanceof Step.Choose && own.branch().isPresent();
        if (own.status() != StepStatus.NOT_STARTED && !chosen) {
            return own;
        }
        List<StepState> inner = leaves(step.inner()).stream()
                .map(leaf -> state.step(leaf.name()))
                .filter(leaf -> !chosen || leaf.status() != StepStatus.NOT_NEEDED)
                .toList();
        return inner.stream()
                .filter(at -> isActive(at.status()))
                .findFirst()
                .or(() -> over(inner))
                .orElse(own);
    }

    /** All over: as the one that went worst; the last of them where none failed. */
    private static Optional<StepState> over(List<StepState> inner) {
        if (!inner.stream().allMatch(at -> at.status().hasEnded())) {
            return Optional.empty();
        }
        return inner.stream()
                .filter(at -> at.status() == StepStatus.FAILED)
                .findFirst()
                .or(() -> inner.stream()
                        .filter(at -> at.status() == StepStatus.SUCCEEDED)
                        .max(Comparator.comparing(StepState::since)));
    }

    private Badge stepBadge(StepState step) {
        Status status = switch (step.status()) {
            case NOT_STARTED -> Status.IDLE;
            case RUNNING -> Status.RUNNING;
            case PARKED, RETRY_PLANNED -> Status.WAITING;
            case ASKING, FAILED -> Status.FAILED;
            case DOUBTFUL -> Status.UNKNOWN;
            case SUCCEEDED -> Status.DONE;
            case NOT_NEEDED, SKIPPED -> Status.SKIPPED;
        };
        String word = step.status() == StepStatus.PARKED
                ? step.waiting().map(this::waiting).orElse(look.get("status.WAITING"))
                : look.word("step", step.status());
        return new Badge(status, word);
    }

    private String waiting(Waiting waiting) {
        return switch (waiting) {
            case Waiting.Person person -> look.get("waits.person", look.role(person.role()));
            case Waiting.Vendor vendor -> look.get("waits.vendor");
            case Waiting.Clock clock -> look.get("waits.clock");
            case Waiting.SignalOf signal -> look.get("waits.signal");
            case Waiting.Run run -> look.get("waits.run", run.run());
            case Waiting.Resource resource -> look.get("waits.resource", resource.resource());
            case Waiting.Condition condition -> look.get("waits.condition");
        };
    }

    private String note(StepState step) {
        if (!step.note().isEmpty()) {
            return step.note();
        }
        if (step.retryAt().isPresent()) {
            return look.get("step.retry.at", look.words().clock(step.retryAt().get()));
        }
        return step.outcome().map(this::said).orElse("");
    }

    private String said(Outcome outcome) {
        return switch (outcome) {
            case Outcome.Failed failed -> failed.reason();
            case Outcome.NotNeeded unneeded -> unneeded.reason();
            case Outcome.Succeeded done
            when done.wasPretended() -> look.get("step.pretended", done.facts().getOrDefault(Outcome.PRETENDED, ""));
            case Outcome.Succeeded done
            when done.facts().containsKey(Outcome.CHECKED) ->
                look.get("step.checked", done.facts().getOrDefault(Outcome.CHECKED, ""));
            case Outcome.Succeeded done ->
                done.facts().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(fact -> fact.getKey() + " " + fact.getValue())
                        .collect(Collectors.joining("，"));
        };
    }

    private Optional<RunView.Trouble> trouble(
            Runbook runbook, RunState state, Map<String, List<RunView.LogLine>> logs) {
        if (state.hasEnded()) {
            return Optional.empty();
        }
        return leaves(parts(runbook, state)).stream()
                .filter(step -> isTrouble(state.step(step.name()).status()))
                .findFirst()
                .map(step -> {
                    StepState now = state.step(step.name());
                    List<RunView.LogLine> lines = logs.getOrDefault(step.name(), List.of());
                    return new RunView.Trouble(
                            step.name(),
                            look.say(step.frame().title()),
                            stepBadge(now),
                            note(now),
                            look.get(now.status() == StepStatus.DOUBTFUL ? "run.advice.doubt" : "run.advice.failed"),
                            lines.subList(Math.max(0, lines.size() - TROUBLE_LINES), lines.size()));
                });
    }

    private static boolean isTrouble(StepStatus status) {
        return status == StepStatus.ASKING || status == StepStatus.DOUBTFUL;
    }

    private static boolean isActive(StepStatus status) {
        return switch (status) {
            case RUNNING, PARKED, RETRY_PLANNED, ASKING, DOUBTFUL -> true;
            case NOT_STARTED, SUCCEEDED, NOT_NEEDED, FAILED, SKIPPED -> false;
        };
    }

    private RunView.LogLine line(Casebook.LogLine line) {
        Status status = switch (line.level().toLowerCase(Locale.ROOT)) {
            case "error", "failed", "unreachable" -> Status.FAILED;
            case "ok", "changed" -> Status.DONE;
            default -> Status.RUNNING;
        };
        String host = line.host().isEmpty() ? "" : "[" + line.host() + "] ";
        return new RunView.LogLine(line.at(), status, host + line.line());
    }

    /** What the run does: its steps, what verifies them, and what of the stand-down steps it has come to. */
    private static List<Step> parts(Runbook runbook, RunState state) {
        Stream<Step> back = runbook.standDown().stream()
                .filter(step -> state.step(step.name()).status() != StepStatus.NOT_STARTED);
        return Stream.of(runbook.steps().stream(), runbook.verify().stream(), back)
                .flatMap(part -> part)
                .toList();
    }

    private static List<Step> leaves(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.inner().isEmpty() ? Stream.of(step) : leaves(step.inner()).stream())
                .toList();
    }

    /** The sum of what the steps are expected to take, where the runbook says it of each. */
    private static Optional<Duration> usual(Runbook runbook) {
        List<Step> steps = runbook.steps();
        boolean told = steps.stream().allMatch(step -> step.frame().expected().isPresent());
        return told && !steps.isEmpty()
                ? steps.stream()
                        .map(step -> step.frame().expected().orElseThrow())
                        .reduce(Duration::plus)
                : Optional.empty();
    }
}
