package tw.xuhang.evidence;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The fake beside the port: the same contract on a map, chain included. Thread-safe. */
public final class InMemoryJournal implements Journal {

    private final Map<StreamId, List<StoredEntry>> streams = new HashMap<>();
    private final List<JournalListener> listeners = new CopyOnWriteArrayList<>();
    private final SecureRandom random = new SecureRandom();
    private final InstantSource clock;

    public InMemoryJournal(InstantSource clock) {
        this.clock = clock;
    }

    public void listen(JournalListener listener) {
        listeners.add(listener);
    }

    @Override
    public synchronized List<Entry> read(StreamId stream) {
        return streams.getOrDefault(stream, List.of()).stream()
                .map(StoredEntry::entry)
                .toList();
    }

    @Override
    public Appended append(List<Addition> additions, Actor actor) {
        Appended appended = write(additions, actor);
        if (appended instanceof Appended.Done done && !done.entries().isEmpty()) {
            listeners.forEach(listener -> listener.appended(done.entries()));
        }
        return appended;
    }

    private synchronized Appended write(List<Addition> additions, Actor actor) {
        for (Addition addition : additions) {
            if (stored(addition.stream()).size() != addition.head()) {
                return new Appended.Moved(addition.stream());
            }
        }
        Instant now = clock.instant();
        List<Entry> entries = new ArrayList<>();
        for (Addition addition : additions) {
            for (Draft draft : addition.drafts()) {
                entries.add(add(addition, draft, actor, now));
            }
        }
        return new Appended.Done(entries);
    }

    private Entry add(Addition addition, Draft draft, Actor actor, Instant now) {
        List<StoredEntry> stream = streams.computeIfAbsent(addition.stream(), s -> new ArrayList<>());
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        byte[] prev = stream.isEmpty() ? Chain.genesis() : stream.getLast().hash();
        StoredEntry entry = StoredEntry.chained(
                addition.stream(), stream.size() + 1L, addition.incident(), draft, now, actor, prev, salt);
        stream.add(entry);
        return entry.entry();
    }

    private List<StoredEntry> stored(StreamId stream) {
        return streams.getOrDefault(stream, List.of());
    }
}
