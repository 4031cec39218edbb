package tw.xuhang.intake;

import java.time.Instant;
import java.util.Map;
import tw.xuhang.signal.Signal;

/** Signals of a bad day. */
public final class SignalSamples {

    public static final Instant NOW = Instant.parse("2026-11-22T14:00:00.123456Z");

    private SignalSamples() {}

    public static Signal linkDown(String key) {
        return new Signal(
                "alertmanager",
                key,
                "link",
                Signal.Phase.RAISE,
                "uplink/main",
                Signal.Status.ACTUAL,
                NOW.minusSeconds(30),
                NOW,
                "骨幹線路 main 中斷 🔥",
                Map.of("label.role", "backbone", "annotation.summary", "中斷"));
    }
}
