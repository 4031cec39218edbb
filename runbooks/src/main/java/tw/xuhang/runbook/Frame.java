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
        Optional<Conduct> inDrill) {

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
                Optional.empty());
    }

    public Frame withTimeout(Duration value) {
        return new Frame(
                name,
                title,
                Optional.of(value),
                expected,
                retry,
                onFailure,
                idempotent,
                resource,
                needs,
                undo,
                inDrill);
    }

    public Frame withRetry(Retry value) {
        return new Frame(name, title, timeout, expected, value, onFailure, idempotent, resource, needs, undo, inDrill);
    }

    public Frame withOnFailure(OnFailure value) {
        return new Frame(name, title, timeout, expected, retry, value, idempotent, resource, needs, undo, inDrill);
    }

    public Frame withIdempotent() {
        return new Frame(name, title, timeout, expected, retry, onFailure, true, resource, needs, undo, inDrill);
    }

    public Frame withResource(String value) {
        return new Frame(
                name, title, timeout, expected, retry, onFailure, idempotent, Optional.of(value), needs, undo, inDrill);
    }

    public Frame withNeeds(Need need) {
        return new Frame(
                name, title, timeout, expected, retry, onFailure, idempotent, resource, Set.of(need), undo, inDrill);
    }

    public Frame withUndo(String step) {
        return new Frame(
                name,
                title,
                timeout,
                expected,
                retry,
                onFailure,
                idempotent,
                resource,
                needs,
                Optional.of(step),
                inDrill);
    }

    public Frame withInDrill(Conduct value) {
        return new Frame(
                name,
                title,
                timeout,
                expected,
                retry,
                onFailure,
                idempotent,
                resource,
                needs,
                undo,
                Optional.of(value));
    }
}
