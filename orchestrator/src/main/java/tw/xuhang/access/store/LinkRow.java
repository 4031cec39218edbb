package tw.xuhang.access.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code access_link}. */
@MappedEntity("access_link")
record LinkRow(@Id String hash, String kind, String subject, String person, Instant madeAt, Instant expiresAt) {}
