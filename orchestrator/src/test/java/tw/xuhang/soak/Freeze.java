package tw.xuhang.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.JournalListener;
import tw.xuhang.evidence.store.Reaction;

/** Stops the whole process once, by SIGSTOP, at a moment that only the process itself can see. Somebody else thaws it. */
final class Freeze implements Reaction, JournalListener {

    /** The moments. */
    enum When {
        NEVER,
        /** The outcome of the first step and the start of the next are written, and not committed. */
        IN_THE_TRANSACTION,
        /** A start is committed, and the engine has not yet looked whether its lease stands. */
        AFTER_THE_COMMIT,
        /** The lease was seen to stand, and the far end's claim is not yet taken. */
        LAUNCHING,
        /** Nothing is under way but a person's task. */
        BETWEEN
    }

    private final When when;
    private final Shore shore;
    private final String life;
    private final AtomicBoolean done = new AtomicBoolean();

    Freeze(When when, Shore shore, String life) {
        this.when = when;
        this.shore = shore;
        this.life = life;
    }

    @Override
    public Set<String> kinds() {
        return Set.of("run");
    }

    @Override
    public void react(Connection connection, Entry entry) {
        if (entry.type().equals("run.step-ended")) {
            at(When.IN_THE_TRANSACTION);
        }
    }

    @Override
    public void appended(List<Entry> entries) {
        for (Entry entry : entries) {
            switch (entry.type()) {
                case "run.step-started" -> at(When.AFTER_THE_COMMIT);
                case "run.step-parked" -> at(When.BETWEEN);
                default -> {}
            }
        }
    }

    void at(When now) {
        if (now != when || !done.compareAndSet(false, true)) {
            return;
        }
        shore.say("freezes " + life);
        try {
            new ProcessBuilder("kill", "-STOP", "" + ProcessHandle.current().pid())
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
