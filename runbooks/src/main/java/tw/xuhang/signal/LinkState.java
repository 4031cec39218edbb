package tw.xuhang.signal;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All that is remembered of a line between two observations; {@link #text} keeps it over a restart.
 *
 * @param window newest observations, oldest first, at most as many as the policy looks at
 * @param failingSince first failure of the confirmed failure that lasts now
 * @param answeringSince first observation of the unbroken run of answers that lasts now
 * @param switchedAt when somebody was last given a reason to switch
 * @param falls how often it stopped answering since it was last steady
 */
public record LinkState(
        Position position,
        List<Observation> window,
        Optional<Instant> failingSince,
        Optional<Instant> answeringSince,
        Optional<Instant> switchedAt,
        int falls) {

    /** Nothing is known; a line is believed to be up until shown otherwise. */
    public static final LinkState UNKNOWN =
            new LinkState(Position.UP, List.of(), Optional.empty(), Optional.empty(), Optional.empty(), 0);

    private static final String VERSION = "1";

    public LinkState {
        requireNonNull(position, "position is null");
        window = List.copyOf(window);
    }

    /** What people were last told. */
    public enum Position {
        UP,
        DOWN,
        /** Back, but not steady yet. */
        RECOVERING
    }

    Optional<Observation> newest() {
        return window.isEmpty() ? Optional.empty() : Optional.of(window.getLast());
    }

    int failing() {
        return (int) window.stream().filter(look -> !look.answered()).count();
    }

    /** One line of printable ASCII, exact to the nanosecond. */
    public String text() {
        List<String> fields = new ArrayList<>(List.of(
                VERSION,
                position.name(),
                text(failingSince),
                text(answeringSince),
                text(switchedAt),
                Integer.toString(falls)));
        for (Observation look : window) {
            fields.add((look.answered() ? "+" : "-") + look.at());
        }
        return String.join(" ", fields);
    }

    /** @throws IllegalArgumentException it was not written by {@link #text} of this or an older release */
    public static LinkState parse(String text) {
        List<String> fields = List.of(text.split(" ", -1));
        if (fields.size() < 6 || !fields.getFirst().equals(VERSION)) {
            throw new IllegalArgumentException("not a link state of version " + VERSION + ": " + text);
        }
        List<Observation> window = fields.subList(6, fields.size()).stream()
                .map(look -> new Observation(Instant.parse(look.substring(1)), look.charAt(0) == '+'))
                .toList();
        return new LinkState(
                Position.valueOf(fields.get(1)),
                window,
                instant(fields.get(2)),
                instant(fields.get(3)),
                instant(fields.get(4)),
                Integer.parseInt(fields.get(5)));
    }

    private static String text(Optional<Instant> instant) {
        return instant.map(Instant::toString).orElse("-");
    }

    private static Optional<Instant> instant(String text) {
        return text.equals("-") ? Optional.empty() : Optional.of(Instant.parse(text));
    }
}
