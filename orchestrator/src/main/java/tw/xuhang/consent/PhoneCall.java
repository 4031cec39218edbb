package tw.xuhang.consent;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * A decision that was spoken, written down by others (C5).
 *
 * @param speaker account of the person who decided
 * @param number that was dialled, taken from the directory
 * @param recorder account of the person who dialled and writes it down
 * @param witness account of the second person who heard it
 * @param readBack code that the speaker read back: it names the request and the facts spoken about
 * @param spokenAt when it was said, which is earlier than when it is recorded
 */
public record PhoneCall(
        String speaker, String number, String recorder, String witness, String readBack, Instant spokenAt) {

    public PhoneCall {
        requireNonNull(speaker, "speaker is null");
        requireNonNull(number, "number is null");
        requireNonNull(recorder, "recorder is null");
        requireNonNull(witness, "witness is null");
        requireNonNull(readBack, "readBack is null");
        requireNonNull(spokenAt, "spokenAt is null");
    }
}
