package tw.xuhang.execution.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import javax.sql.DataSource;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.Journal;
import tw.xuhang.evidence.JournalListener;
import tw.xuhang.evidence.JournalUnavailable;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.evidence.store.Ledger;
import tw.xuhang.evidence.store.Transaction;
import tw.xuhang.evidence.store.Trouble;
import tw.xuhang.evidence.store.Written.Done;
import tw.xuhang.evidence.store.Written.Fenced;
import tw.xuhang.evidence.store.Written.Moved;
import tw.xuhang.execution.RunStore;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.runbook.run.RunEntry;

/** Runs on MariaDB. In the steady state a step costs one commit of three statements. */
public final class MariaRunStore implements RunStore, JournalListener {

    /** In a row; each may have waited for a lock for some seconds. */
    private static final int CONFLICTS = 4;

    private final DataSource work;
    private final DataSource reading;
    private final Ledger ledger;
    private final Journal journal;
    private final EntryCodec<RunEntry> codec;
    private final String node;
    private final InstantSource clock;
    /** Runs that this process has begun, and so owns, and has not taken up yet. */
    private final Map<String, Held> begun = new ConcurrentHashMap<>();

    /**
     * @param work pool whose connections do not commit by themselves
     * @param node id of this node, under which it owns runs
     */
    public MariaRunStore(
            DataSource work,
            DataSource reading,
            Ledger ledger,
            Journal journal,
            EntryCodec<RunEntry> codec,
            String node,
            InstantSource clock) {
        this.work = work;
        this.reading = reading;
        this.ledger = ledger;
        this.journal = journal;
        this.codec = codec;
        this.node = node;
        this.clock = clock;
    }

    private static StreamId stream(String run) {
        return StreamId.of("run", run);
    }

    /** Whoever begins a run owns it from that commit on ({@link OnDuty}): nothing is left to ask the database for. */
    @Override
    public void appended(List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry.type().equals("run.began")) {
                String run = entry.stream().key();
                var began = new Recorded(codec.read(entry), entry.seq(), entry.recordedAt());
                begun.put(run, new Held(run, entry.incident(), OnDuty.FIRST_EPOCH, List.of(began)));
            }
        }
    }

    @Override
    public Optional<Held> take(String run) {
        Held own = begun.remove(run);
        if (own != null) {
            return Optional.of(own);
        }
        Optional<Owned> owned = working(open -> own(open, run), Optional::isPresent);
        return owned.map(o -> new Held(run, o.incident(), o.epoch(), read(run), o.elsewhere()));
    }

    private record Owned(String incident, long epoch, long elsewhere) {}

    private Optional<Owned> own(Connection open, String run) throws SQLException {
        Optional<Duty.Row> duty = Duty.lock(open, run, clock.instant());
        if (duty.isEmpty() || (!duty.get().owner().equals(node) && duty.get().ownerLives())) {
            return Optional.empty();
        }
        Head head = head(open, run);
        long elsewhere = duty.get().owner().equals(node) ? duty.get().elsewhere() : head.seq();
        Duty.own(open, run, node, elsewhere);
        OptionalLong epoch = ledger.take(open, stream(run), head.epoch(), node);
        return epoch.isPresent()
                ? Optional.of(new Owned(duty.get().incident(), epoch.getAsLong(), elsewhere))
                : Optional.empty();
    }

    private record Head(long seq, long epoch) {}

    /** Locked: the last owner, frozen until now, must not write an entry more that this node would take for its own. */
    private static Head head(Connection open, String run) throws SQLException {
        try (PreparedStatement select =
                open.prepareStatement("SELECT seq, epoch FROM journal_head WHERE stream = ? FOR UPDATE")) {
            select.setString(1, stream(run).value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? new Head(row.getLong(1), row.getLong(2)) : new Head(0, -1);
            }
        }
    }

    @Override
    public List<Recorded> read(String run) {
        var facts = new ArrayList<Recorded>();
        for (Entry entry : entries(run)) {
            facts.add(new Recorded(codec.read(entry), entry.seq(), entry.recordedAt()));
        }
        return facts;
    }

    private List<Entry> entries(String run) {
        try {
            return journal.read(stream(run));
        } catch (JournalUnavailable e) {
            throw new Away("the journal does not answer: " + e.getMessage(), e);
        }
    }

    /** What a transaction came to, and the entries to tell the listeners of. */
    private record Attempted(Written written, List<Entry> entries) {
        boolean isDone() {
            return written instanceof Written.Done;
        }
    }

    @Override
    public Written write(Writing writing) {
        Attempted attempted = working(open -> attempt(open, writing), Attempted::isDone);
        ledger.committed(attempted.entries());
        return attempted.written();
    }

    private Attempted attempt(Connection open, Writing writing) throws SQLException {
        var addition = new Journal.Addition(
                stream(writing.run()),
                writing.head(),
                writing.incident(),
                writing.entries().stream().map(codec::write).toList());
        return switch (ledger.appendOwned(open, addition, writing.epoch(), Actor.SYSTEM, writing.at())) {
            case Moved ignored -> new Attempted(new Written.Fenced(), List.of());
            case Fenced ignored -> new Attempted(new Written.Fenced(), List.of());
            case Done done -> new Attempted(around(open, writing), done.entries());
        };
    }

    /** What changes with the facts. Nothing of it is touched where a step merely follows another. */
    private Written around(Connection open, Writing writing) throws SQLException {
        if (!writing.claims().isEmpty()) {
            Optional<String> taken = Claims.take(open, writing.run(), writing.claims(), writing.at());
            if (taken.isPresent()) {
                return new Written.Taken(taken.get());
            }
        }
        if (!writing.consumed().isEmpty()) {
            Mail.consume(open, writing.consumed());
        }
        if (writing.awaitsChanged()) {
            Claims.await(open, writing.run(), writing.awaits());
        }
        return new Written.Done(
                writing.releases().isEmpty() ? Set.of() : Claims.release(open, writing.run(), writing.releases()));
    }

    @Override
    public List<Mailed> mailbox(String run) {
        return reading(open -> Mail.of(open, run));
    }

    @Override
    public void post(String run, Post post) {
        working(
                open -> {
                    Mail.post(open, run, post, clock.instant());
                    return Boolean.TRUE;
                },
                kept -> true);
    }

    @Override
    public Set<String> heldByOthers(String run) {
        return reading(open -> Claims.ofOthers(open, run));
    }

    @Override
    public List<String> nudged() {
        return reading(open -> Duty.nudged(open, node));
    }

    @Override
    public List<String> orphans(Instant now) {
        return reading(open -> Duty.orphans(open, node, now));
    }

    private <T> T working(Transaction.Work<T> steps, Predicate<? super T> keep) {
        return atOnceAgain(() -> {
            try (Connection connection = work.getConnection()) {
                return Transaction.run(connection, steps, keep);
            }
        });
    }

    private <T> T reading(Transaction.Work<T> steps) {
        return atOnceAgain(() -> {
            try (Connection connection = reading.getConnection()) {
                return steps.on(connection);
            }
        });
    }

    @FunctionalInterface
    private interface Asking<T> {
        T once() throws SQLException;
    }

    /**
     * A conflict has rolled everything back, so what is asked again is asked for the first time: a write names the
     * head that it stands on, and is fenced where that has moved.
     */
    private static <T> T atOnceAgain(Asking<T> asking) {
        for (int conflicts = 0; ; conflicts++) {
            try {
                return asking.once();
            } catch (SQLException e) {
                switch (Trouble.of(e)) {
                    case CONFLICT -> {
                        if (conflicts == CONFLICTS) {
                            throw new Away("the database is too busy: " + e.getMessage(), e);
                        }
                    }
                    case AWAY -> throw new Away("the database does not answer: " + e.getMessage(), e);
                    // Waiting mends nothing here: the run's watchdog names it, and the log says what was refused.
                    case BUG -> throw new IllegalStateException("statement refused: " + e.getMessage(), e);
                }
            }
        }
    }
}
