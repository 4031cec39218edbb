package tw.xuhang.dispatch;

/** What became of an act on an order. */
public sealed interface Answer {

    /** It is in the journal; this is the order with it. */
    record Recorded(DispatchOrder order) implements Answer {}

    /** Nothing was changed. */
    record Declined(Refusal why) implements Answer {}
}
