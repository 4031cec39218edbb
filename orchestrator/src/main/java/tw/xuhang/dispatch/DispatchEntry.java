package tw.xuhang.dispatch;

import java.time.Duration;
import java.time.Instant;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step.Dispatch.Finish;
import tw.xuhang.runbook.Step.Dispatch.Severity;
import tw.xuhang.runbook.Text;

/** One fact about one order. Who did it and when stands on the journal's entry. */
public sealed interface DispatchEntry {

    /**
     * Always the first.
     *
     * @param key of run and step, so that a step that is tried again finds the order it has placed (D1)
     * @param run empty where no run waits for it
     * @param attempt seq of the step's start
     * @param vendor key in the directory
     * @param circuit empty where it is about no line
     * @param contacts how many the vendor has; the ladder ends after the last
     * @param fault what is broken and since when, for people
     * @param ask what is to be done and found out
     */
    record Placed(
            String key,
            String incident,
            String run,
            String step,
            String attemptStream,
            long attempt,
            Mode mode,
            String vendor,
            String circuit,
            int contacts,
            Severity severity,
            Finish finish,
            Duration acknowledgeWithin,
            Text fault,
            Instant since,
            Text ask)
            implements DispatchEntry {

        Placed awaitedBy(Awaited later) {
            return new Placed(
                    key,
                    incident,
                    run,
                    step,
                    later.attemptStream(),
                    later.attempt(),
                    mode,
                    vendor,
                    circuit,
                    contacts,
                    severity,
                    finish,
                    acknowledgeWithin,
                    fault,
                    since,
                    ask);
        }
    }

    /** A later attempt at the same step waits for this order now. */
    record Awaited(String attemptStream, long attempt) implements DispatchEntry {}

    /**
     * Committed before the letter leaves, so that a crash cannot lose whom it went to.
     *
     * @param contact position in the vendor's list, from 0
     * @param linkHash of the link in it
     */
    record Sending(int contact, String messageId, String linkHash) implements DispatchEntry {}

    /** The mail server took it. */
    record Sent(int contact, String reply) implements DispatchEntry {}

    /** @param forGood the address or the letter is refused; trying again is no use */
    record SendFailed(int contact, boolean forGood, String why) implements DispatchEntry {}

    /** Somebody has to take the telephone now. */
    record CallTaskOpened() implements DispatchEntry {}

    record Acknowledged(Answerer by) implements DispatchEntry {}

    record Declined(Answerer by, String reason) implements DispatchEntry {}

    record EtaGiven(Answerer by, Instant eta) implements DispatchEntry {}

    record Arrived(Answerer by) implements DispatchEntry {}

    /**
     * What P-16 asks of the vendor.
     *
     * @param point 障礙點
     * @param section 影響區間
     * @param scope 範圍
     * @param whyNot where one of the three cannot be said: why
     */
    record Reported(Answerer by, String point, String section, String scope, String whyNot) implements DispatchEntry {}

    record Fixed(Answerer by, String cause) implements DispatchEntry {}

    /** The office needs nothing more of the vendor, e.g. it was a false alarm. */
    record Closed(String reason) implements DispatchEntry {}
}
