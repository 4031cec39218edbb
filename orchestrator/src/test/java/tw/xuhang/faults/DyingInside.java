package tw.xuhang.faults;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.JournalListener;
import tw.xuhang.evidence.store.Reaction;

/**
 * Within the service that is to die: SIGKILL at a moment that only the service itself can see, e.g.
 * {@code before dispatch.sent} (the letter has left, the transaction that says so is open) or
 * {@code after run.step-started switch-route} (committed, and the playbook not yet started).
 */
@Factory
@Requires(property = DyingInside.PROPERTY)
final class DyingInside {

    static final String PROPERTY = "faults.die";

    private final String when;
    private final String type;
    private final String step;

    DyingInside(@Value("${" + PROPERTY + "}") String moment) {
        String[] words = moment.split(" ", -1);
        this.when = words[0];
        this.type = words[1];
        this.step = words.length > 2 ? words[2] : "";
    }

    /** Reactions are the last thing in an append's transaction. */
    @Singleton
    Reaction inTheTransaction() {
        return new Reaction() {
            @Override
            public Set<String> kinds() {
                return Set.of(type.substring(0, type.indexOf('.')));
            }

            @Override
            public void react(Connection connection, Entry entry) {
                dieAt("before", entry);
            }
        };
    }

    @Singleton
    JournalListener afterTheCommit() {
        return entries -> entries.forEach(entry -> dieAt("after", entry));
    }

    private void dieAt(String side, Entry entry) {
        boolean now = when.equals(side) && entry.type().equals(type);
        if (now && (step.isEmpty() || entry.body().contains("\"step\":\"" + step + "\""))) {
            die();
        }
    }

    /** The caller does not come back: what it was about to do is never done. */
    private static void die() {
        try {
            new ProcessBuilder(
                            "kill",
                            "-KILL",
                            Long.toString(ProcessHandle.current().pid()))
                    .start();
            new CountDownLatch(1).await();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
