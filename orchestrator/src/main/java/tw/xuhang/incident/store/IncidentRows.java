package tw.xuhang.incident.store;

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

/** The list of cases. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface IncidentRows extends GenericRepository<IncidentRows.Line, String> {

    /** One case; open_subject is empty once it gathers no more signals. */
    @MappedEntity("incident")
    record Line(
            @Id String number,
            String kind,
            String subject,
            String title,
            String mode,
            String phase,
            Instant beganAt,
            Instant openedAt,
            @Nullable String openSubject) {}

    Optional<Line> findById(String number);

    Optional<Line> findByOpenSubject(String subject);

    @Query("SELECT * FROM incident WHERE phase <> 'CLOSED' ORDER BY opened_at")
    List<Line> open();

    @Query("SELECT * FROM incident ORDER BY opened_at DESC LIMIT :most")
    List<Line> latest(int most);
}
