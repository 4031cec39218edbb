package tw.xuhang.dispatch;

import java.time.Instant;

/** Why an answer on an order was not taken. */
public sealed interface Refusal {

    record Unknown(String order) implements Refusal {}

    /** It was said before; this is when. Nothing is lost and nothing is doubled. */
    record SaidAlready(String order, Instant at) implements Refusal {}

    /** The order is over: declined, fixed or closed. */
    record NotOpen(String order, DispatchOrder.Stage stage) implements Refusal {}

    /** Declining, and closing, need a reason. */
    record ReasonMissing(String order) implements Refusal {}

    /** A report names fault point, section and scope, or says why it cannot (P-16). */
    record ReportIncomplete(String order) implements Refusal {}

    /** A time of arrival that has passed. */
    record EtaPassed(String order, Instant eta) implements Refusal {}
}
