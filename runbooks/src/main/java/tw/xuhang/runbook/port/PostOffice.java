package tw.xuhang.runbook.port;

import java.util.List;
import java.util.Optional;

/** Sends letters by mail. Repeating a letter keeps its Message-ID, so that it stays one letter (D1). */
public interface PostOffice {

    Posted post(Letter letter) throws InterruptedException;

    /**
     * @param messageId with angle brackets; the same for every repetition
     * @param inReplyTo Message-ID of the first letter of the thread
     */
    record Letter(String messageId, List<String> to, String subject, String text, Optional<String> inReplyTo) {
        public Letter {
            to = List.copyOf(to);
        }
    }

    /** What the mail server said. */
    sealed interface Posted {
        /** It took the letter. */
        record Accepted(String reply) implements Posted {}

        /** Not now: try again later. */
        record Deferred(String why) implements Posted {}

        /** Never: the address or the letter is refused. */
        record Refused(String why) implements Posted {}

        /** The answer was lost after the letter was sent; it may or may not be there. */
        record Unclear(String why) implements Posted {}
    }
}
