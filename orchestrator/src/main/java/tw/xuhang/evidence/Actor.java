package tw.xuhang.evidence;

import static java.util.Objects.requireNonNull;

/**
 * Who did it.
 *
 * @param name account, order or source; never a free text of theirs
 * @param deputyOf role that the person acted for as a deputy, or empty
 */
public record Actor(Kind kind, String name, String deputyOf) {

    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "xuhang", "");

    public Actor {
        requireNonNull(kind, "kind is null");
        requireNonNull(name, "name is null");
        requireNonNull(deputyOf, "deputyOf is null");
    }

    public static Actor person(String account) {
        return new Actor(Kind.PERSON, account, "");
    }

    public static Actor vendor(String order) {
        return new Actor(Kind.VENDOR, order, "");
    }

    public static Actor source(String source) {
        return new Actor(Kind.SOURCE, source, "");
    }

    /** What kind of hand it was. */
    public enum Kind {
        SYSTEM,
        PERSON,
        VENDOR,
        SOURCE
    }
}
