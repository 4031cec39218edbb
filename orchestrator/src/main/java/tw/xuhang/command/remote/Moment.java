package tw.xuhang.command.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import tw.xuhang.time.OfficeTime;

/** Moments and spans on a terminal, in the office's own time. */
final class Moment {

    private static final DateTimeFormatter FULL =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(OfficeTime.ZONE);

    private Moment() {}

    /** {@code -} for a moment that has not come. */
    static String of(JsonNode moment) {
        return moment.isTextual() ? FULL.format(Instant.parse(moment.asText())) : "-";
    }

    static String span(JsonNode seconds) {
        Duration span = Duration.ofSeconds(seconds.asLong());
        return "%02d:%02d:%02d".formatted(span.toHours(), span.toMinutesPart(), span.toSecondsPart());
    }
}
