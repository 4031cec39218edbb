package tw.xuhang.outage.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of outages. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface OutageRows extends GenericRepository<OutageRows.Row, String> {

    /**
     * One outage.
     *
     * @param kind {@code LINE} or {@code SERVICE}: two clocks, never one (K1)
     * @param endedAt null while it lasts
     * @param declarationLimitAt when it reached its declaration limit, null where it did not; likewise the others
     */
    @MappedEntity("outage")
    record Row(
            @Id String stream,
            long seq,
            String kind,
            String subject,
            String incident,
            Instant beganAt,
            @Nullable Instant endedAt,
            @Nullable Instant declarationLimitAt,
            @Nullable Instant rtoAt,
            @Nullable Instant mtpdAt) {}

    @Query("SELECT * FROM outage WHERE incident = :incident ORDER BY began_at, stream")
    List<Row> ofCase(String incident);

    @Query("SELECT * FROM outage WHERE ended_at IS NULL ORDER BY began_at, stream")
    List<Row> running();
}
