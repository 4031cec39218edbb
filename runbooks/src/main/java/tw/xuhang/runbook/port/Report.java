package tw.xuhang.runbook.port;

/** What a step port says when it returns: ended, or waiting for something that will post later. */
public sealed interface Report {

    record Ended(Outcome outcome) implements Report {}

    record Parked(Waiting waiting) implements Report {}
}
