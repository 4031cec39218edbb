package tw.xuhang.access;

import java.time.Instant;

/** How often a secret was guessed wrongly, kept in the database so that neither restart nor another node forgives. */
public interface Failures {

    /** Failures of this key since {@code since}. */
    int count(String key, Instant since);

    void add(String key, Instant at);

    /** Forgets the failures of this key, after a success. */
    void clear(String key);
}
