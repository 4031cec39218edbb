package tw.xuhang.runbook;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What every step can say about itself, whatever its kind.
 *
 * @param name unique in its runbook, {@code [a-z][a-z0-9-]*}
 * @param timeout total time of one attempt; for a step that waits on people, the time after which
 *     its {@code onFailure} applies
 * @param idempotent doing it a second time does no harm, so an attempt in doubt may be repeated (R3)
 * @param resource steps with the same resource take turns (R6)
 * @param needs what must have happened first; today only {@code declaration} (R8)
 * @param undo name of the stand-down step that takes this one back
 * @param inDrill how far it goes in a drill, where the runbook says so
 * @param when its condition: where it does not hold the step is not needed
 */
public record Frame(
        String name,
        Text title,
        Optional<Duration> timeout,
        Optional<Duration> expected,
        Retry retry,
        OnFailure onFailure,
        boolean idempotent,
        Optional<String> resource,
        Set<Need> needs,
        Optional<String> undo,
        Optional<Conduct> inDrill,
        Optional<String> when) {

    public Frame {
        requireNonNull(name, "name is null");
        requireNonNull(title, "title is null");
        needs = Set.copyOf(needs);
    }

    /** A frame with only a name: no timeout, no retry, stop on failure. */
    public static Frame named(String name) {
        return new Frame(
                name,
                Text.of(name),
                Optional.empty(),
                Optional.empty(),
                Retry.NONE,
                new OnFailure.Stop(),
                false,
                Optional.empty(),
                Set.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    public Frame withTimeout(Duration value) {
        var draft = new Draft(this);
        draft.timeout = Optional.of(value);
        return draft.frame();
    }

    public Frame withRetry(Retry value) {
        var draft = new Draft(this);
        draft.retry = value;
        return draft.frame();
    }

    public Frame withOnFailure(OnFailure value) {
        var draft = new Draft(this);
        draft.onFailure = value;
        return draft.frame();
    }

    public Frame withIdempotent() {
        var draft = new Draft(this);
        draft.idempotent = true;
        return draft.frame();
    }

    public Frame withResource(String value) {
        var draft = new Draft(this);
        draft.resource = Optional.of(value);
        return draft.frame();
    }

    public Frame withNeeds(Need need) {
        var draft = new Draft(this);
        draft.needs = Set.of(need);
        return draft.frame();
    }

    public Frame withUndo(String step) {
        var draft = new Draft(this);
        draft.undo = Optional.of(step);
        return draft.frame();
    }

    public Frame withInDrill(Conduct value) {
        var draft = new Draft(this);
        draft.inDrill = Optional.of(value);
        return draft.frame();
    }

    public Frame withWhen(String condition) {
        var draft = new Draft(this);
        draft.when = Optional.of(condition);
        return draft.frame();
    }

    /** A frame with one thing changed. */
    private static final class Draft {
        private final String name;
        private final Text title;
        private Optional<Duration> timeout;
        private final Optional<Duration> expected;
        private Retry retry;
        private OnFailure onFailure;
        private boolean idempotent;
        private Optional<String> resource;
        private Set<Need> needs;
        private Optional<String> undo;
        private Optional<Conduct> inDrill;
        private Optional<String> when;

        Draft(Frame of) {
            name = of.name;
            title = of.title;
            timeout = of.timeout;
            expected = of.expected;
            retry = of.retry;
            onFailure = of.onFailure;
            idempotent = of.idempotent;
            resource = of.resource;
            needs = of.needs;
            undo = of.undo;
            inDrill = of.inDrill;
            when = of.when;
        }

        Frame frame() {
            return new Frame(
                    name, title, timeout, expected, retry, onFailure, idempotent, resource, needs, undo, inDrill, when);
        }
    }
}
