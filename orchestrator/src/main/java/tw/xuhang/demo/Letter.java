package tw.xuhang.demo;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A letter as it arrived at one mailbox.
 *
 * @param id of the message; the same for every mailbox it went to
 */
record Letter(String id, String to, Instant at, String subject, String text) {

    private static final Pattern LINK = Pattern.compile("https?://\\S+");

    /** The link that the letter asks to open, where it has one. */
    Optional<URI> link() {
        Matcher found = LINK.matcher(text);
        return found.find() ? Optional.of(URI.create(found.group())) : Optional.empty();
    }

    /** One mailbox's copy, for remembering what was read. */
    String copy() {
        return to + " " + id;
    }
}
