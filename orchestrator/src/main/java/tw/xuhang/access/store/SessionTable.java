package tw.xuhang.access.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** Statements on {@code account_session}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface SessionTable extends GenericRepository<SessionRow, String> {

    SessionRow save(SessionRow row);

    Optional<SessionRow> findByHash(String hash);

    @Query("UPDATE account_session SET seen_at = :at WHERE hash = :hash AND seen_at < :at")
    void seen(String hash, Instant at);

    void deleteByHash(String hash);

    void deleteByAccount(String account);

    @Query("DELETE FROM account_session WHERE seen_at < :seenBefore OR started_at < :startedBefore")
    void deleteOlder(Instant seenBefore, Instant startedBefore);
}
