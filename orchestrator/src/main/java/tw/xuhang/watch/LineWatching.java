package tw.xuhang.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Uplink;
import tw.xuhang.runbook.port.Prober;
import tw.xuhang.signal.Inbox;
import tw.xuhang.signal.Observation;
import tw.xuhang.signal.Signal;

/** Asks the far side of each line through that line only, and reports what is news. */
public final class LineWatching {

    private final Prober prober;
    private final Lines lines;
    private final Inbox inbox;
    private final Supplier<Directory> directory;
    private final InstantSource clock;
    private final Blindness blindness;

    public LineWatching(
            Prober prober,
            Lines lines,
            Inbox inbox,
            Supplier<Directory> directory,
            InstantSource clock,
            Blindness blindness) {
        this.prober = prober;
        this.lines = lines;
        this.inbox = inbox;
        this.directory = directory;
        this.clock = clock;
        this.blindness = blindness;
    }

    public void begin(Rounds rounds) {
        for (Uplink line : directory.get().uplinks()) {
            rounds.every("line " + line.key(), line.watch().every(), () -> look(line));
        }
    }

    /** One look. A signal that is not stored is not lost: the next look says the same. */
    void look(Uplink line) throws InterruptedException {
        Instant at = clock.instant();
        Prober.Look seen = prober.look(directory.get().question(line));
        if (blindness.is("line " + line.key(), seen)) {
            return;
        }
        if (lines.isNews(line.key(), new Observation(at, seen.answered()))) {
            inbox.accept(signal(line, at, seen));
        }
    }

    private Signal signal(Uplink line, Instant at, Prober.Look seen) {
        return new Signal(
                "probe",
                line.key() + "@" + at,
                "link",
                seen.answered() ? Signal.Phase.CLEAR : Signal.Phase.RAISE,
                "uplink/" + line.key(),
                Signal.Status.ACTUAL,
                at,
                clock.instant(),
                line.name().zh() + (seen.answered() ? "有回應" : "無回應"),
                Map.of(
                        "detail",
                        seen.detail(),
                        "tookMillis",
                        Long.toString(seen.took().toMillis())));
    }
}
