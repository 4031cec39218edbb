package tw.xuhang.publication;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What may run for real besides that which the office itself published. */
public enum Trust {
    /** Nothing. */
    REQUIRED,
    /** What came with the program, and what was in force before versions were published. */
    RELEASE,
    /** Also whatever lies in the office's folder; P-30 is not followed. */
    FOLDER;

    public boolean counts(Basis basis) {
        return switch (basis) {
            case OFFICE -> true;
            case RELEASE, EARLIER -> this != REQUIRED;
            case FOLDER -> this == FOLDER;
        };
    }

    /** As the setting is written. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Trust> of(String key) {
        return Stream.of(values()).filter(trust -> trust.key().equals(key)).findFirst();
    }
}
