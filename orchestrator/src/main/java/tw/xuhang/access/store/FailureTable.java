package tw.xuhang.access.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;

/** Statements on {@code access_failure}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface FailureTable extends GenericRepository<FailureRow, Long> {

    FailureRow save(FailureRow row);

    @Query("SELECT COUNT(*) FROM access_failure WHERE key_hash = :keyHash AND at > :since")
    long countSince(String keyHash, Instant since);

    void deleteByKeyHash(String keyHash);

    @Query("DELETE FROM access_failure WHERE at < :before LIMIT 1000")
    void deleteBefore(Instant before);
}
