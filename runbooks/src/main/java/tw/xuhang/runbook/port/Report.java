package tw.xuhang.runbook.port;

/** What a step port says when it returns: ended, or waiting for something that will post later. */
public sealed interface Report {

    record Ended(Outcome outcome) implements Report {}

    record Parked(Waiting waiting) implements Report {}

    /** The port could not do its work, or cannot tell what came of it: no result, and never taken for one (R3). */
    record Doubted(String why) implements Report {}
}
