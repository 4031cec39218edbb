package tw.xuhang.time;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** What the office's clocks show. Everything is kept in UTC; people read this zone. */
public final class OfficeTime {

    public static final ZoneId ZONE = ZoneId.of("Asia/Taipei");

    private OfficeTime() {}

    /** When the clocks showed this last: today or, where that still lies ahead, yesterday. */
    public static Instant last(LocalTime shown, Instant now) {
        ZonedDateTime today = now.atZone(ZONE).with(shown);
        return (today.toInstant().isAfter(now) ? today.minusDays(1) : today).toInstant();
    }
}
