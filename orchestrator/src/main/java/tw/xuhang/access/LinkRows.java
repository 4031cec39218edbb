package tw.xuhang.access;

import java.util.Optional;

/** Where links are kept, by hash. */
public interface LinkRows {

    void add(Link link);

    Optional<Link> find(String hash);

    /** Ends all links to this thing, e.g. because it was withdrawn. */
    void removeOf(Link.Kind kind, String subject);
}
