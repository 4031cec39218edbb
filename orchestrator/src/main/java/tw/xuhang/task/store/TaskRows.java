package tw.xuhang.task.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of tasks. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface TaskRows extends GenericRepository<TaskRows.Row, String> {

    /** One task. */
    @MappedEntity("task")
    record Row(
            @Id String id,
            String incident,
            String role,
            String titleZh,
            String titleEn,
            String state,
            Instant openedAt,
            @Nullable Instant dueAt,
            String run,
            String step,
            String attemptStream,
            long attempt) {}

    @Query("SELECT * FROM task WHERE state = 'OPEN' ORDER BY opened_at")
    List<Row> open();

    List<Row> findByIncidentOrderByOpenedAt(String incident);
}
