package tw.xuhang.demo;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** The course of events from the cut to the end, with people who act, or who only watch. */
final class Play {

    private static final long POLL_MILLIS = 300;
    private static final Duration PATIENCE = Duration.ofSeconds(3);

    private final Records records;
    private final Map<String, Part> parts;
    private final Story story;
    private final InstantSource clock;
    private final Map<String, String> troubles = new LinkedHashMap<>();
    private final Map<String, Instant> resting = new LinkedHashMap<>();

    /** @param parts by name, in the order in which they look */
    Play(Records records, Map<String, Part> parts, Story story, InstantSource clock) {
        this.records = records;
        this.parts = new LinkedHashMap<>(parts);
        this.story = story;
        this.clock = clock;
    }

    /**
     * Runs until the case is stood down, the time is over or nobody wants to go on.
     *
     * @return the case as it stood last, empty where none was opened
     */
    Optional<CaseFile> run(Instant until, BooleanSupplier goOn) throws InterruptedException {
        Optional<CaseFile> last = Optional.empty();
        while (goOn.getAsBoolean() && clock.instant().isBefore(until)) {
            last = read().or(() -> Optional.empty());
            if (last.isPresent()) {
                for (Map.Entry<String, Part> part : parts.entrySet()) {
                    look(part.getKey(), part.getValue(), last.get());
                }
                if (last.get().stoodDown()) {
                    return last;
                }
            }
            TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
        }
        return last;
    }

    /** What kept people from their part, by part; empty where nothing did in the end. */
    Map<String, String> troubles() {
        return Map.copyOf(troubles);
    }

    private Optional<CaseFile> read() throws InterruptedException {
        try {
            Optional<CaseFile> newest = records.newest();
            troubles.remove("API");
            return newest;
        } catch (IOException e) {
            trouble("API", e);
            return Optional.empty();
        }
    }

    private void look(String name, Part part, CaseFile now) throws InterruptedException {
        if (resting.getOrDefault(name, Instant.EPOCH).isAfter(clock.instant())) {
            return;
        }
        try {
            part.look(now);
            troubles.remove(name);
        } catch (IOException e) {
            trouble(name, e);
            resting.put(name, clock.instant().plus(PATIENCE));
        }
    }

    private void trouble(String name, IOException why) {
        String reason = String.valueOf(why.getMessage());
        if (!reason.equals(troubles.put(name, reason))) {
            story.tell("！%s：%s".formatted(name, reason));
        }
    }
}
