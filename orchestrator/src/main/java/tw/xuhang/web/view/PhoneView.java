package tw.xuhang.web.view;

import java.util.List;

/**
 * Where a decision that was spoken on the telephone is written down (C5): whom to call under which number, what to read
 * out, what came back.
 *
 * @param code that names the request and its facts; read out, and read back
 * @param calls who may decide, under each number on file; nothing else can be chosen
 * @param witnesses who may have listened
 * @param spokenAt now, HH:mm, as the form begins
 * @param decided how it was decided and whether that is confirmed; empty while it is open
 * @param record of the call: number, recorder, witness
 * @param overdue spoken, and not confirmed in time
 * @param trouble why the last attempt did not count, empty where there was none
 */
public record PhoneView(
        String key,
        String incident,
        Mode mode,
        Badge badge,
        boolean open,
        String headline,
        List<OutageClock> outages,
        List<Fact> facts,
        List<String> effects,
        String code,
        List<Call> calls,
        List<Choice> witnesses,
        String spokenAt,
        String decided,
        List<Fact> record,
        boolean overdue,
        String trouble,
        Typed typed) {

    public PhoneView {
        outages = List.copyOf(outages);
        facts = List.copyOf(facts);
        effects = List.copyOf(effects);
        calls = List.copyOf(calls);
        witnesses = List.copyOf(witnesses);
        record = List.copyOf(record);
    }

    /**
     * A number to dial.
     *
     * @param value as the form sends it: account and number
     * @param document under which a deputy acts, or empty
     */
    public record Call(String value, String name, String number, String document) {}

    public record Choice(String value, String label) {}

    /** What was typed before, so that nobody types it twice. Codes are not among it. */
    public record Typed(String call, String witness, String answer, String words) {

        public static final Typed NOTHING = new Typed("", "", "", "");
    }
}
