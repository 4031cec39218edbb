package tw.xuhang.access.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;

/** A row of {@code api_token}. */
@MappedEntity("api_token")
record ApiTokenRow(@Id String hash, String name, String scopes, String madeBy, Instant madeAt, Instant expiresAt) {}
