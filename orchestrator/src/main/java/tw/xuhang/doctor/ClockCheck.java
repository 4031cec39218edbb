package tw.xuhang.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.xuhang.runbook.Text;

/** Deadlines of the law run by this clock: is it kept right, and was it put back (K2)? */
public final class ClockCheck {

    private static final Duration STEP = Duration.ofSeconds(5);

    private ClockCheck() {}

    /**
     * A time that was written down earlier.
     *
     * @param by where it stands
     */
    public record Trace(Instant at, String by) {}

    /**
     * @param keepers files that exist while the clock is kept by others (NTP)
     * @param database what its clock says, where it answers
     */
    public static Check of(
            Instant now, List<Path> keepers, Late<List<Trace>> traces, Late<Optional<Instant>> database) {
        return Check.of("clock", "時間", "Clock", () -> {
            List<Finding> findings = new ArrayList<>();
            findings.add(kept(keepers));
            traces.take().stream()
                    .filter(trace -> Duration.between(now, trace.at()).compareTo(STEP) > 0)
                    .map(trace -> putBack(now, trace))
                    .forEach(findings::add);
            database.take()
                    .map(theirs -> Duration.between(now, theirs).abs())
                    .filter(apart -> apart.compareTo(STEP) > 0)
                    .map(ClockCheck::apart)
                    .ifPresent(findings::add);
            return findings;
        });
    }

    private static Finding kept(List<Path> keepers) {
        return keepers.stream()
                .filter(Files::exists)
                .findFirst()
                .map(file -> Finding.ok("已校時。", "It is kept right.", file.toString()))
                .orElseGet(() -> Finding.warning(
                        new Text("看不出有校時服務。", "Nothing shows that the clock is kept right."),
                        keepers.isEmpty() ? "" : keepers.getFirst().toString(),
                        new Text(
                                "請啟用 systemd-timesyncd 或 chrony；容器則由主機校時。",
                                "Enable systemd-timesyncd or chrony; for a container the host keeps it.")));
    }

    private static Finding putBack(Instant now, Trace trace) {
        String seconds = Duration.between(now, trace.at()).toSeconds() + " s";
        return Finding.fault(
                new Text(
                        "時鐘曾被調回：紀錄比現在晚 " + seconds + "。",
                        "The clock was put back: a record lies " + seconds + " ahead of now."),
                trace.by(),
                new Text(
                        "請先校時並確認現在時間，再讓服務繼續；法定期限以此為準。",
                        "Set the clock right before the service goes on; the statutory deadlines run by it."));
    }

    private static Finding apart(Duration apart) {
        return Finding.fault(
                new Text(
                        "與資料庫的時鐘相差 " + apart.toSeconds() + " 秒。",
                        "It is " + apart.toSeconds() + " s apart from the database's."),
                "SELECT UTC_TIMESTAMP(6)",
                new Text("兩台主機都請校時。", "Keep both machines' clocks by the same source."));
    }
}
