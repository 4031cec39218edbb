package tw.xuhang.intake;

/** The triage desk without its thread. */
public final class ByHand {

    private ByHand() {}

    /** One look for what was left behind, and everything in hand disposed of. */
    public static void work(TriageDesk desk) {
        desk.sweep();
        desk.workAll();
    }
}
