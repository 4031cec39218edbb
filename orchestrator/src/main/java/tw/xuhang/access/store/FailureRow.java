package tw.xuhang.access.store;

import io.micronaut.data.annotation.GeneratedValue;
import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A row of {@code access_failure}. */
@MappedEntity("access_failure")
record FailureRow(@Id @GeneratedValue @Nullable Long id, String keyHash, Instant at) {}
