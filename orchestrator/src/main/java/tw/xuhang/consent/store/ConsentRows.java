package tw.xuhang.consent.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of requests. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface ConsentRows extends GenericRepository<ConsentRows.Row, String> {

    /**
     * One request.
     *
     * @param act {@code DECLARE} or {@code STAND_DOWN}
     * @param phase name of a {@link tw.xuhang.consent.Phase}
     */
    @MappedEntity("consent_request")
    record Row(
            @Id String requestKey,
            String incident,
            String act,
            String mode,
            String phase,
            int version,
            boolean awaitsRatification,
            Instant openedAt,
            @Nullable String requestedBy,
            @Nullable Instant requestedAt,
            @Nullable String decidedBy,
            @Nullable Instant decidedAt,
            @Nullable Instant closedAt) {}

    /** Everything that still waits for somebody, oldest first. */
    @Query("SELECT * FROM consent_request WHERE phase IN ('AWAITS_LIMIT', 'PREPARED', 'REQUESTED', 'GRANTED')"
            + " OR awaits_ratification ORDER BY opened_at, request_key")
    List<Row> open();

    @Query("SELECT * FROM consent_request WHERE incident = :incident ORDER BY opened_at, request_key")
    List<Row> ofCase(String incident);

    @Query("SELECT * FROM consent_request ORDER BY opened_at DESC, request_key LIMIT :most")
    List<Row> latest(int most);
}
