package tw.xuhang.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of a run, counted from the moment the line was cut. What never happened is left out.
 * The last line of {@code demo --exit}.
 *
 * @param detectedAt when the case was opened
 * @param restoredAt when the last service was back
 * @param outageSeconds the longest that the counter could not reach the internet
 */
record Figures(
        String scenario,
        Instant cutAt,
        Optional<String> incident,
        Optional<Instant> detectedAt,
        Optional<Instant> firstStepAt,
        Optional<Instant> restoredAt,
        Optional<Double> outageSeconds,
        int dispatches,
        String consent) {

    String line() {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("scenario", scenario);
        incident.ifPresent(number -> all.put("incident", number));
        detectedAt.ifPresent(at -> all.put("detectedAfterMs", after(at)));
        firstStepAt.ifPresent(at -> all.put("firstStepAfterMs", after(at)));
        restoredAt.ifPresent(at -> all.put("restoredAfterMs", after(at)));
        outageSeconds.ifPresent(seconds -> all.put("outageSeconds", seconds));
        all.put("dispatches", dispatches);
        all.put("consent", consent);
        try {
            return new ObjectMapper().writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private long after(Instant moment) {
        return Duration.between(cutAt, moment).toMillis();
    }
}
