package tw.xuhang.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Uplink;
import tw.xuhang.signal.LinkPolicy;
import tw.xuhang.signal.LinkState;
import tw.xuhang.signal.LinkVerdict;
import tw.xuhang.signal.LinkWatch;
import tw.xuhang.signal.Observation;
import tw.xuhang.signal.PlannedWindow;

/** How each line stands, from every look and report about it. Thread-safe; one verdict at a time per line. */
public final class Lines {

    private final Supplier<Directory> directory;
    private final LineMemory memory;
    private final Map<String, LinkState> states = new ConcurrentHashMap<>();

    public Lines(Supplier<Directory> directory, LineMemory memory) {
        this.directory = directory;
        this.memory = memory;
    }

    /** Whether this look says anything that was not known; what says nothing new need not be kept. */
    public synchronized boolean isNews(String uplink, Observation look) {
        return directory.get().uplink(uplink).map(line -> isNews(line, look)).orElse(false);
    }

    private boolean isNews(Uplink line, Observation look) {
        LinkWatch.Watched seen = watch(line).observe(state(line.key()), look, planned(line, look.at()));
        return switch (seen.verdict()) {
            case LinkVerdict.StillUp ignored -> quietly(line, seen.state());
            case LinkVerdict.StillDown ignored -> quietly(line, seen.state());
            case LinkVerdict.Stale ignored -> false;
            // A line that recovers is looked at many times; only its last look, the steady one, is news.
            case LinkVerdict.Recovering ignored -> quietly(line, seen.state());
            default -> true;
        };
    }

    private boolean quietly(Uplink line, LinkState state) {
        states.put(line.key(), state);
        return false;
    }

    /**
     * Takes a look that was stored as a signal, says what it means and has done what follows from it.
     *
     * @param follow does what the verdict calls for. Only then is the verdict remembered: after a crash in
     *     between, the same look comes to the same verdict again, so what follows must bear to be done twice
     * @return what followed; empty for a line not on file
     */
    public synchronized <T> Optional<T> observe(String uplink, Observation look, Function<LinkVerdict, T> follow) {
        Optional<Uplink> known = directory.get().uplink(uplink);
        if (known.isEmpty()) {
            return Optional.empty();
        }
        LinkWatch.Watched seen = watch(known.get()).observe(state(uplink), look, planned(known.get(), look.at()));
        T result = follow.apply(seen.verdict());
        if (!seen.state().equals(state(uplink))) {
            memory.remember(uplink, seen.state());
            states.put(uplink, seen.state());
        }
        return Optional.of(result);
    }

    /** Whether the line is believed to carry traffic. */
    public boolean isUp(String uplink) {
        return state(uplink).position() == LinkState.Position.UP;
    }

    public LinkState state(String uplink) {
        return states.computeIfAbsent(uplink, key -> memory.recall(key).orElse(LinkState.UNKNOWN));
    }

    private List<PlannedWindow> planned(Uplink line, Instant at) {
        return directory.get().maintenance(line.key(), at).stream()
                .map(m -> new PlannedWindow(m.from(), m.to(), m.reason()))
                .toList();
    }

    private static LinkWatch watch(Uplink line) {
        Uplink.Watch rule = line.watch();
        Duration blind = rule.every().plus(rule.timeout()).multipliedBy(10);
        return new LinkWatch(
                new LinkPolicy(rule.confirm().bad(), rule.confirm().of(), rule.holdDown(), rule.steady(), blind));
    }
}
