package tw.xuhang.consent;

/** What became of an act on a request. */
public sealed interface Answer {

    /** It is in the journal; this is the request with it. */
    record Recorded(ConsentRequest request) implements Answer {}

    /** Nothing was changed. */
    record Declined(Refusal why) implements Answer {}
}
