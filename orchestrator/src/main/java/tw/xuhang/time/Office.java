package tw.xuhang.time;

import java.time.ZoneId;

/** Where the office stands. Everything is kept in UTC; people read this zone. */
public final class Office {
    public static final ZoneId ZONE = ZoneId.of("Asia/Taipei");

    private Office() {}
}
