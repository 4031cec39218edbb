package tw.xuhang.demo;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** What happens, told in lines with the time since the line was cut. Safe for several threads. */
final class Story {

    private final PrintWriter out;
    private final InstantSource clock;
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private volatile @Nullable Instant zero;
    private volatile boolean over;

    Story(PrintWriter out, InstantSource clock) {
        this.out = out;
        this.clock = clock;
    }

    /** From here on times are counted. */
    void begins(Instant moment) {
        zero = moment;
    }

    Optional<Instant> begun() {
        return Optional.ofNullable(zero);
    }

    void tell(String line) {
        tell(clock.instant(), line);
    }

    /** Tells of something that happened at a moment which may have passed. */
    void tell(Instant at, String line) {
        Instant from = zero;
        String stamp = from == null ? "         " : stamp(Duration.between(from, at));
        String whole = stamp + "  " + line;
        lines.add(whole);
        print(whole);
    }

    /** The last line, for programs. */
    void end(String figures) {
        print(figures);
    }

    /** Whoever watched has left: what stops now is no news. */
    void hush() {
        over = true;
    }

    boolean hushed() {
        return over;
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    private void print(String line) {
        if (!over) {
            out.println(line);
            out.flush();
        }
    }

    static String stamp(Duration since) {
        long tenths = Math.round(since.toMillis() / 100.0);
        String sign = tenths < 0 ? "-" : "+";
        long positive = Math.abs(tenths);
        return "%s%02d:%02d.%d ".formatted(sign, positive / 600, positive / 10 % 60, positive % 10);
    }
}
