package tw.xuhang.evidence.store;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Chain;
import tw.xuhang.evidence.Draft;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.Journal.Addition;
import tw.xuhang.evidence.JournalListener;
import tw.xuhang.evidence.StoredEntry;
import tw.xuhang.evidence.StreamId;

/**
 * Appends inside a transaction that the caller has opened (autocommit off) and will commit or roll back. In the steady
 * state one entry costs three statements: head, entry, body. Thread-safe.
 *
 * <p>After the commit the caller hands the entries to {@link #committed}, so that listeners hear of them.
 */
public final class Ledger {

    private static final Logger LOG = LoggerFactory.getLogger(Ledger.class);
    private static final Comparator<Addition> BY_STREAM =
            Comparator.comparing(addition -> addition.stream().value());

    private final Heads heads = new Heads();
    private final SecureRandom random = new SecureRandom();
    private final Types types = new Types();
    private final Supplier<Followers> followers;

    /** What follows from entries, and in which order: read models, then reactions, then (committed) listeners. */
    public record Followers(List<ReadModel> models, List<Reaction> reactions, List<JournalListener> listeners) {
        public static final Followers NONE = new Followers(List.of(), List.of(), List.of());

        public Followers {
            models = List.copyOf(models);
            reactions = List.copyOf(reactions);
            listeners = List.copyOf(listeners);
        }
    }

    /** @param followers asked at the first append, because followers may themselves need the journal */
    public Ledger(Supplier<Followers> followers) {
        this.followers = Once.of(followers);
    }

    public Written append(Connection open, List<Addition> additions, Actor actor, Instant at) throws SQLException {
        return append(open, additions, OptionalLong.empty(), actor, at);
    }

    /** Appends to a stream that this caller owns under an epoch (R2). */
    public Written appendOwned(Connection open, Addition addition, long epoch, Actor actor, Instant at)
            throws SQLException {
        return append(open, List.of(addition), OptionalLong.of(epoch), actor, at);
    }

    /**
     * Makes somebody the owner under the next epoch; every append under an older one is refused from then on.
     *
     * @param epoch the epoch that the taker has seen
     * @return the new epoch, or empty when the stream is unknown or has another epoch by now
     */
    public OptionalLong take(Connection open, StreamId stream, long epoch, String owner) throws SQLException {
        return HeadRows.take(open, stream, epoch, owner) ? OptionalLong.of(epoch + 1) : OptionalLong.empty();
    }

    private Written append(Connection open, List<Addition> additions, OptionalLong epoch, Actor actor, Instant at)
            throws SQLException {
        List<StoredEntry> all = new ArrayList<>();
        // Always in the same order, so that two appends never wait for each other crosswise.
        for (Addition addition : additions.stream().sorted(BY_STREAM).toList()) {
            if (addition.drafts().isEmpty()) {
                continue;
            }
            switch (advance(open, addition, epoch, actor, at)) {
                case HeadRows.Advance.Ready ready -> all.addAll(ready.entries());
                case HeadRows.Advance.Moved _ -> {
                    return new Written.Moved(addition.stream());
                }
                case HeadRows.Advance.Fenced fenced -> {
                    return new Written.Fenced(addition.stream(), fenced.epoch());
                }
            }
        }
        if (all.isEmpty()) {
            return new Written.Done(List.of());
        }
        EntryRows.insert(open, all);
        types.note(open, all);
        List<Entry> entries = all.stream().map(StoredEntry::entry).toList();
        follow(open, entries);
        return new Written.Done(entries);
    }

    private HeadRows.Advance advance(Connection open, Addition addition, OptionalLong epoch, Actor actor, Instant at)
            throws SQLException {
        if (addition.head() == 0) {
            List<StoredEntry> first = chain(addition, Chain.genesis(), actor, at);
            return HeadRows.begin(open, first, epoch);
        }
        Heads.Head known = heads.get(addition.stream(), addition.head());
        if (known != null) {
            List<StoredEntry> next = chain(addition, known.hash(), actor, at);
            if (HeadRows.move(open, next, known.hash(), epoch)) {
                return new HeadRows.Advance.Ready(next);
            }
            heads.forget(addition.stream());
        }
        return switch (HeadRows.lock(open, addition, epoch)) {
            case HeadRows.Locked.At at0 -> {
                List<StoredEntry> next = chain(addition, at0.hash(), actor, at);
                yield HeadRows.move(open, next, at0.hash(), epoch)
                        ? new HeadRows.Advance.Ready(next)
                        : new HeadRows.Advance.Moved();
            }
            case HeadRows.Locked.Elsewhere _ -> new HeadRows.Advance.Moved();
            case HeadRows.Locked.Fenced fenced -> new HeadRows.Advance.Fenced(fenced.epoch());
        };
    }

    private List<StoredEntry> chain(Addition addition, byte[] head, Actor actor, Instant at) {
        List<StoredEntry> chained = new ArrayList<>();
        byte[] prev = head;
        long seq = addition.head();
        for (Draft draft : addition.drafts()) {
            byte[] salt = new byte[16];
            random.nextBytes(salt);
            StoredEntry entry =
                    StoredEntry.chained(addition.stream(), ++seq, addition.incident(), draft, at, actor, prev, salt);
            chained.add(entry);
            prev = entry.hash();
        }
        return chained;
    }

    private void follow(Connection open, List<Entry> entries) throws SQLException {
        for (Entry entry : entries) {
            for (ReadModel model : followers.get().models()) {
                if (model.kinds().contains(entry.stream().kind())) {
                    model.apply(open, entry);
                }
            }
            for (Reaction reaction : followers.get().reactions()) {
                if (reaction.kinds().contains(entry.stream().kind())) {
                    reaction.react(open, entry);
                }
            }
        }
    }

    /** To be called after the commit, outside of the transaction; never throws because of a listener. */
    public void committed(List<Entry> entries) {
        if (entries.isEmpty()) {
            return;
        }
        for (Entry entry : entries) {
            types.noted(entry);
            heads.put(entry.stream(), entry.seq(), HexFormat.of().parseHex(entry.hash()));
        }
        for (JournalListener listener : followers.get().listeners()) {
            try {
                listener.appended(entries);
            } catch (RuntimeException e) {
                // The entries are in; a listener's trouble must not look like a failed append.
                LOG.error("a listener failed on {} and what follows; it is not told again", entries.getFirst(), e);
            }
        }
    }
}
