package tw.xuhang.execution.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of runs. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface RunRows extends GenericRepository<RunRows.Row, String> {

    /** One run; no ending while it goes on. */
    @MappedEntity("run")
    record Row(
            @Id String run,
            String incident,
            String runbook,
            String version,
            String mode,
            Instant beganAt,
            @Nullable String ending,
            @Nullable Instant endedAt) {}

    Optional<Row> findById(String run);

    List<Row> findByIncidentOrderByBeganAt(String incident);

    @Query("SELECT * FROM run ORDER BY began_at DESC LIMIT :most")
    List<Row> latest(int most);
}
