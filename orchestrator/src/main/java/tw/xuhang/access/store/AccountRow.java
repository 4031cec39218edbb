package tw.xuhang.access.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import org.jspecify.annotations.Nullable;

/** A row of {@code account}. */
@MappedEntity("account")
record AccountRow(
        @Id String name,
        String person,
        String roles,
        boolean mustChange,
        boolean active,
        @Nullable String passwordHash,
        @Nullable String totpSealed,
        long totpStep) {}
