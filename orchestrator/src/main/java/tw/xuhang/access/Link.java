package tw.xuhang.access;

import java.time.Instant;

/**
 * What a link that was sent to somebody stands for: one thing and one person.
 *
 * @param subject key of the request or order
 * @param person account of the one it was sent to; for a vendor, the name of its contact
 * @param expiresAt first moment at which it opens nothing
 */
public record Link(String hash, Kind kind, String subject, String person, Instant madeAt, Instant expiresAt) {

    /** What can be opened by a link. A link of one kind opens nothing of the other. */
    public enum Kind {
        CONSENT,
        ORDER
    }
}
