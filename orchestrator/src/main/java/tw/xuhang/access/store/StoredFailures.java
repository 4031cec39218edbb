package tw.xuhang.access.store;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import tw.xuhang.access.Failures;

/** Failures in the database. Old ones are swept as new ones come. */
@Singleton
final class StoredFailures implements Failures {

    private static final Duration KEPT = Duration.ofDays(1);

    private final FailureTable table;

    StoredFailures(FailureTable table) {
        this.table = table;
    }

    @Override
    public int count(String key, Instant since) {
        return Math.toIntExact(table.countSince(key, since));
    }

    @Override
    public void add(String key, Instant at) {
        table.deleteBefore(at.minus(KEPT));
        table.save(new FailureRow(null, key, at));
    }

    @Override
    public void clear(String key) {
        table.deleteByKeyHash(key);
    }
}
