package tw.xuhang.directory;

import java.time.Duration;
import java.util.regex.Pattern;

/** What the directory's values refuse at birth. The reader turns each refusal into a position in a file. */
final class Checks {

    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private Checks() {}

    static String key(String value) {
        require(KEY.matcher(value).matches(), "'" + value + "' is not a key: small letters, digits and hyphens");
        return value;
    }

    static Duration positive(Duration value, String name) {
        require(value.isPositive(), name + " is not positive");
        return value;
    }

    /** One line, so that it can stand in a mail header. */
    static String line(String value, String name) {
        require(!value.isBlank(), name + " is empty");
        require(value.codePoints().noneMatch(Character::isISOControl), name + " is not one line");
        return value;
    }

    static String mail(String value) {
        line(value, "mail");
        require(value.matches("[^@\\s,;<>]+@[^@\\s,;<>]+"), "'" + value + "' is not one mail address");
        return value;
    }

    static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
