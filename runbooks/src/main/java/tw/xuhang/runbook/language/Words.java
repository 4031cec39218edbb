package tw.xuhang.runbook.language;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;

/** The words of one language for a printed runbook. */
final class Words {

    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ResourceBundle bundle;
    private final String language;

    /** @param language a BCP 47 tag; everything that does not begin with {@code en} reads Chinese */
    Words(String language) {
        this.language = language;
        this.bundle = ResourceBundle.getBundle(
                "tw.xuhang.runbook.language.words",
                language.startsWith("en") ? Locale.ENGLISH : Locale.ROOT,
                Words.class.getClassLoader(),
                NO_FALLBACK);
    }

    String language() {
        return language;
    }

    String say(String key, Object... arguments) {
        String pattern = bundle.getString(key);
        return arguments.length == 0 ? pattern : new MessageFormat(pattern, Locale.ROOT).format(arguments);
    }

    String duration(Duration duration) {
        String written = Durations.print(duration);
        String count = written.substring(0, written.length() - 1);
        return switch (written.charAt(written.length() - 1)) {
            case 'd' -> say("day", count);
            case 'h' -> say("hour", count);
            case 'm' -> say("minute", count);
            default -> say("second", count);
        };
    }

    /** The role's name, or its key where the words have none. */
    String role(String key) {
        return bundle.containsKey("role." + key) ? say("role." + key) : key;
    }

    String roles(Collection<String> keys) {
        return keys.stream().map(this::role).collect(Collectors.joining(say("joiner")));
    }

    String list(Collection<String> items) {
        return String.join(say("joiner"), items);
    }
}
