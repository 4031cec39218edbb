package tw.xuhang.runbook.port;

/** What the far end knows of an attempt whose outcome was lost in a crash (R3). */
public sealed interface Inquiry {

    /** It ended; this is the result it left. */
    record Finished(Outcome outcome) implements Inquiry {}

    /** It still runs, attach again. */
    record Running() implements Inquiry {}

    /** It waits for what {@code waiting} names, nothing is lost. */
    record Waits(Waiting waiting) implements Inquiry {}

    /** Proven: it never started, and can no longer (its claim is taken). Starting anew is safe. */
    record NeverStarted() implements Inquiry {}

    /** Nobody can tell. Repeated only where the step is idempotent, else a person decides. */
    record Unknown(String why) implements Inquiry {}
}
