package tw.xuhang.watch.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.Optional;

/** One row per line. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface LineRows extends GenericRepository<LineRows.Row, String> {

    /** What is remembered of a line. */
    @MappedEntity("line_watch")
    record Row(@Id String uplink, String state, long version, Instant changedAt) {}

    Optional<Row> findById(String uplink);

    @Query("INSERT INTO line_watch (uplink, state, version, changed_at) VALUES (:uplink, :state, 1, :at)"
            + " ON DUPLICATE KEY UPDATE state = VALUES(state), version = version + 1, changed_at = VALUES(changed_at)")
    void remember(String uplink, String state, Instant at);
}
