package tw.xuhang.faults.sweep;

import java.util.ArrayList;
import java.util.List;

/** Counts the moments at which something lasting is about to be done or was just done, and strikes at one of them. */
public final class Strike {

    /** What happens then. */
    enum Kind {
        NOTHING,
        /** The process dies: nothing that it tries afterwards reaches anything. */
        DEATH,
        /** The call fails: before it, nothing was done; after it, it was done and only the answer is lost. */
        LOST
    }

    /** The process is dead. No code of ours may catch it. */
    static final class Death extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final Kind kind;
    private final int at;
    private final List<String> moments = new ArrayList<>();
    private boolean dead;
    private boolean over;

    Strike(Kind kind, int at) {
        this.kind = kind;
        this.at = at;
    }

    static Strike never() {
        return new Strike(Kind.NOTHING, 0);
    }

    /** @return whether the call is to fail; a death is thrown */
    boolean falls(String moment) {
        mustLive();
        if (over) {
            return false;
        }
        moments.add(moment);
        if (moments.size() != at) {
            return false;
        }
        if (kind == Kind.DEATH) {
            dead = true;
            throw new Death();
        }
        return kind == Kind.LOST;
    }

    /** Nothing of a dead process reaches anything. */
    void mustLive() {
        if (dead) {
            throw new Death();
        }
    }

    /** What comes now is not of the night any more. */
    void end() {
        over = true;
    }

    boolean isDead() {
        return dead;
    }

    boolean hasStruck() {
        return kind != Kind.NOTHING && moments.size() >= at;
    }

    /** What was counted, in order. */
    List<String> moments() {
        return List.copyOf(moments);
    }
}
