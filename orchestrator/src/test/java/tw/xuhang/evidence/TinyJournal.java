package tw.xuhang.evidence;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The least that keeps a journal's word: order within a stream, and no append over a moved head. */
public final class TinyJournal implements Journal {

    private final InstantSource clock;
    private final Map<StreamId, List<Entry>> streams = new LinkedHashMap<>();

    public TinyJournal(InstantSource clock) {
        this.clock = clock;
    }

    @Override
    public synchronized List<Entry> read(StreamId stream) {
        return List.copyOf(streams.getOrDefault(stream, List.of()));
    }

    /** Every entry of every stream of the kind, stream by stream. */
    public synchronized List<Entry> all(String kind) {
        return streams.entrySet().stream()
                .filter(stream -> stream.getKey().kind().equals(kind))
                .flatMap(stream -> stream.getValue().stream())
                .toList();
    }

    @Override
    public synchronized Appended append(List<Addition> additions, Actor actor) {
        for (Addition addition : additions) {
            if (read(addition.stream()).size() != addition.head()) {
                return new Appended.Moved(addition.stream());
            }
        }
        var done = new ArrayList<Entry>();
        for (Addition addition : additions) {
            List<Entry> stream = streams.computeIfAbsent(addition.stream(), key -> new ArrayList<>());
            for (Draft draft : addition.drafts()) {
                var entry = new Entry(
                        addition.stream(),
                        stream.size() + 1,
                        addition.incident(),
                        draft.type(),
                        draft.version(),
                        clock.instant(),
                        actor,
                        draft.body(),
                        "");
                stream.add(entry);
                done.add(entry);
            }
        }
        return new Appended.Done(done);
    }
}
