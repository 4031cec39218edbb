package tw.xuhang.dispatch;

import static java.util.Objects.requireNonNull;

/**
 * Who answers for the vendor.
 *
 * @param way how the answer came
 * @param spoke name of the vendor's contact, by function
 * @param recorder account that wrote it down for the vendor, empty where the vendor did it
 */
public record Answerer(Way way, String spoke, String recorder) {

    public Answerer {
        requireNonNull(way, "way is null");
        requireNonNull(spoke, "spoke is null");
        requireNonNull(recorder, "recorder is null");
    }

    /** How an answer reaches the office. */
    public enum Way {
        LINK,
        PHONE,
        WEBHOOK
    }

    /** The vendor's contact pressed a button on the page behind its link. */
    public static Answerer byLink(String contact) {
        return new Answerer(Way.LINK, contact, "");
    }

    /** 代廠商登錄: somebody of the office writes down what was said on the telephone. */
    public static Answerer byPhone(String spoke, String recorder) {
        return new Answerer(Way.PHONE, spoke, recorder);
    }
}
