package tw.xuhang.access;

import java.time.Instant;

/**
 * One browser of one person.
 *
 * @param complete false while the password was right and the code is still wanted: good for nothing else
 * @param steppedUpAt last time the second factor was shown in this session, {@link Instant#EPOCH} for never
 */
public record Session(
        String hash, String account, boolean complete, Instant startedAt, Instant seenAt, Instant steppedUpAt) {}
