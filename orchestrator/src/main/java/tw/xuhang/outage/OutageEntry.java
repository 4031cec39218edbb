package tw.xuhang.outage;

import java.time.Instant;

/** One fact about the outages of one line or one service. */
public sealed interface OutageEntry {

    /**
     * @param at when it went away, by what was seen; before the entry's own time
     * @param evidence what was seen, one line
     */
    record LineBegan(String uplink, Instant at, String evidence) implements OutageEntry {}

    /** @param limits as the directory had them then; a later change does not move a running clock */
    record ServiceBegan(String service, Instant at, String evidence, Limits limits) implements OutageEntry {}

    /** The running outage is part of this incident. */
    record Attached(String incident, Instant since) implements OutageEntry {}

    /**
     * @param at when it was reached, by arithmetic
     * @param late noticed too late to be of use in time, e.g. because the service was down itself
     */
    record Crossed(Threshold threshold, Instant at, boolean late) implements OutageEntry {}

    /** @param at when it was back, never before it went away */
    record Ended(Instant at) implements OutageEntry {}
}
