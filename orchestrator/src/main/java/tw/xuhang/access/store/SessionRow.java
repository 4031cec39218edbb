package tw.xuhang.access.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code account_session}. */
@MappedEntity("account_session")
record SessionRow(
        @Id String hash, String account, boolean complete, Instant startedAt, Instant seenAt, Instant steppedUpAt) {}
