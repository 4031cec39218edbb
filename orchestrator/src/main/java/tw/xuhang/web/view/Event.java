package tw.xuhang.web.view;

import java.time.Instant;

/**
 * A line of the timeline.
 *
 * @param channel how it came: 系統, 人工, 電話代登, 信件 …
 */
public record Event(Instant at, Status status, String text, String who, String channel) {}
