package tw.xuhang.integration.mail;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tw.xuhang.runbook.port.PostOffice.Letter;

/**
 * Whether a letter can be sent as it is. Words from an alert may stand in it, so nothing in an address, a
 * subject or an id may end its header line or bring another recipient.
 */
final class LetterCheck {

    private static final int MOST_RECIPIENTS = 50;
    private static final Pattern ADDRESS =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?");
    private static final Pattern MESSAGE_ID = Pattern.compile("<[!-;=?-~]{1,200}@[!-;=?-~]{1,200}>");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u2028\\u2029]");

    private LetterCheck() {}

    /** Why the letter cannot be sent, or empty. */
    static Optional<String> refusal(Letter letter) {
        return Stream.of(
                        recipients(letter.to()),
                        letter.to().stream()
                                .map(LetterCheck::address)
                                .flatMap(Optional::stream)
                                .findFirst(),
                        when(CONTROL.matcher(letter.subject()).find(), "the subject contains a control character"),
                        messageId(letter.messageId()),
                        letter.inReplyTo().flatMap(LetterCheck::messageId))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** Why it is not one plain address; names beside an address, lists and comments are not taken. */
    static Optional<String> address(String address) {
        return when(!ADDRESS.matcher(address).matches(), "not one plain mail address");
    }

    private static Optional<String> recipients(List<String> to) {
        return when(
                to.isEmpty() || to.size() > MOST_RECIPIENTS, "a letter has 1 to " + MOST_RECIPIENTS + " recipients");
    }

    private static Optional<String> messageId(String id) {
        return when(!MESSAGE_ID.matcher(id).matches(), "not a Message-ID in angle brackets");
    }

    private static Optional<String> when(boolean fault, String why) {
        return fault ? Optional.of(why) : Optional.empty();
    }
}
