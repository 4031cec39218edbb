package tw.xuhang.due;

import java.time.Instant;

/** Keeps when what is to be looked at. */
public interface Agenda {

    /**
     * The thing is to be looked at by then. A look agreed for earlier stays, and afterwards says itself when the
     * next one is; so whoever does not know may always say it again. Returns at once: it is written down soon, or
     * when the database is back; what a crash forgets in between is said again by whoever starts.
     *
     * @param at may be past: as soon as possible
     */
    void by(Thing thing, Instant at);
}
