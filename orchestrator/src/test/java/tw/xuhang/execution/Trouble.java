package tw.xuhang.execution;

/** Counts every call that the engine makes on the world, and strikes at the one it was told to. */
final class Trouble {

    /** The process dies here. No engine code may catch it. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** What the store throws for a statement that the database refuses. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    enum Kind {
        NONE,
        CRASH,
        STORE_AWAY,
        /** As a wrong statement or a broken row. */
        STORE_BROKEN
    }

    private final Kind kind;
    private final int at;
    private int calls;

    Trouble(Kind kind, int at) {
        this.kind = kind;
        this.at = at;
    }

    /** Called before and after each store call. */
    void storeCall() {
        calls++;
        if (calls == at && kind == Kind.CRASH) {
            throw new Crash();
        }
        if (calls == at && kind == Kind.STORE_AWAY) {
            throw new RunStore.Away("planted", new IllegalStateException("planted"));
        }
        if (calls == at && kind == Kind.STORE_BROKEN) {
            throw new Broken();
        }
    }

    /** Called before and after each effect. */
    void effectCall() {
        calls++;
        if (calls == at && kind == Kind.CRASH) {
            throw new Crash();
        }
    }

    int calls() {
        return calls;
    }
}
