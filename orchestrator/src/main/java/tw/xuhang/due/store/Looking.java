package tw.xuhang.due.store;

import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.BiConsumer;
import tw.xuhang.due.Look;
import tw.xuhang.due.Thing;

/**
 * Looks at the things of one kind. What is said of a thing while it is looked at cannot go into its row, which
 * is picked: it is kept in hand and joins what the look itself says.
 */
final class Looking {

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(2);
    /** A look that says it is overdue could do nothing about it; it must not spin. */
    private static final Duration LEAST = Duration.ofMillis(500);

    private final String kind;
    private final Look look;
    private final Hands hands;
    private final InstantSource clock;
    private final BiConsumer<Thing, Instant> stands;

    /** @param stands told what a row says after the look */
    Looking(String kind, Look look, Hands hands, InstantSource clock, BiConsumer<Thing, Instant> stands) {
        this.kind = kind;
        this.look = look;
        this.hands = hands;
        this.clock = clock;
        this.stands = stands;
    }

    Task<Void> task() {
        return Tasks.custom(kind, Void.class)
                .onFailure(this::failed)
                .onDeadExecutionRevive()
                .execute((row, _) -> look(new Thing(kind, row.getId())));
    }

    private CompletionHandler<Void> look(Thing thing) {
        hands.take(thing);
        Optional<Instant> next = at(thing).map(this::notAtOnce);
        return (complete, operations) -> conclude(thing, next, complete, operations);
    }

    private Optional<Instant> at(Thing thing) {
        try {
            return look.at(thing.key());
        } catch (InterruptedException e) {
            // The service stops. The thread is not interrupted again: it still has to put the row back.
            return Optional.of(clock.instant());
        }
    }

    private Instant notAtOnce(Instant at) {
        Instant least = clock.instant().plus(LEAST);
        return at.isBefore(least) ? least : at;
    }

    private void conclude(
            Thing thing, Optional<Instant> next, ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Optional<Instant> at = Hands.earliest(next, hands.release(thing));
        if (at.isPresent()) {
            operations.reschedule(complete, at.get());
            stands.accept(thing, at.get());
        } else {
            operations.remove();
        }
    }

    private void failed(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Thing thing = new Thing(kind, complete.getExecution().taskInstance.getId());
        hands.release(thing);
        Instant again = clock.instant().plus(AFTER_TROUBLE);
        operations.reschedule(complete, again);
        stands.accept(thing, again);
    }
}
