package tw.xuhang.evidence;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The streams of one kind, read as states: facts are folded from the first to the last, and new facts
 * are decided on a state and appended only where nothing happened in between.
 *
 * @param <E> the feature's facts
 * @param <S> the state they add up to
 */
public final class Book<E, S> {

    private static final int PATIENCE = 50;

    private final Journal journal;
    private final String kind;
    private final EntryCodec<E> codec;
    private final S blank;
    private final BiFunction<S, Fact<E>, S> fold;

    public Book(Journal journal, String kind, EntryCodec<E> codec, S blank, BiFunction<S, Fact<E>, S> fold) {
        this.journal = journal;
        this.kind = kind;
        this.codec = codec;
        this.blank = blank;
        this.fold = fold;
    }

    /** A typed fact with who, when and where it stands. */
    public record Fact<E>(E what, Actor actor, Instant at, long seq) {}

    /** A state and the head it was read at. */
    public record Page<S>(StreamId stream, long head, S state) {
        public boolean isBlank() {
            return head == 0;
        }
    }

    /** What an act decided: facts to append, and what to tell the caller when they are in. */
    public record Decided<E, R>(List<E> facts, R answer) {
        public Decided {
            facts = List.copyOf(facts);
        }

        public static <E, R> Decided<E, R> refused(R answer) {
            return new Decided<>(List.of(), answer);
        }
    }

    public Page<S> open(String key) {
        StreamId stream = StreamId.of(kind, key);
        return page(stream, journal.read(stream));
    }

    /** As it is before anything happened: to begin a stream that is most likely new. */
    public Page<S> blank(String key) {
        return page(StreamId.of(kind, key), List.of());
    }

    /** Several at one moment's cost, in the order of the keys. */
    public List<Page<S>> open(Collection<String> keys) {
        List<StreamId> streams =
                keys.stream().map(key -> StreamId.of(kind, key)).toList();
        Map<StreamId, List<Entry>> entries = journal.read(streams);
        return streams.stream()
                .map(stream -> page(stream, entries.getOrDefault(stream, List.of())))
                .toList();
    }

    private Page<S> page(StreamId stream, List<Entry> entries) {
        S state = blank;
        long head = 0;
        for (Entry entry : entries) {
            state = fold.apply(state, new Fact<>(codec.read(entry), entry.actor(), entry.recordedAt(), entry.seq()));
            head = entry.seq();
        }
        return new Page<>(stream, head, state);
    }

    /** The additions that these facts make to a page, for an append over several streams. */
    public Journal.Addition addition(Page<S> page, String incident, List<E> facts) {
        return new Journal.Addition(
                page.stream(),
                page.head(),
                incident,
                facts.stream().map(codec::write).toList());
    }

    /**
     * Decides on the newest state and appends; decides again when somebody was faster, so that exactly
     * one of two racing decisions counts and the other is made in the knowledge of it (C4).
     */
    public <R> R decide(String key, String incident, Actor actor, Function<S, Decided<E, R>> decision) {
        return decide(open(key), incident, actor, decision);
    }

    /** The same where a page has been read already: it is read again only when somebody was faster. */
    public <R> R decide(Page<S> read, String incident, Actor actor, Function<S, Decided<E, R>> decision) {
        Page<S> page = read;
        for (int i = 0; i < PATIENCE; i++) {
            Decided<E, R> decided = decision.apply(page.state());
            if (decided.facts().isEmpty()) {
                return decided.answer();
            }
            switch (journal.append(addition(page, incident, decided.facts()), actor)) {
                case Appended.Done ignored -> {
                    return decided.answer();
                }
                case Appended.Moved ignored -> page = open(page.stream().key());
            }
        }
        throw new IllegalStateException("stream " + read.stream() + " moved " + PATIENCE + " times in a row");
    }
}
