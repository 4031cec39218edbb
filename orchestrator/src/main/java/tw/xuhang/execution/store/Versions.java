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

/** The texts of all versions that were ever on the shelf. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface Versions extends GenericRepository<Versions.Kept, String> {

    /** One version. */
    @MappedEntity("runbook_version")
    record Kept(@Id String version, String runbook, String source, Instant keptAt) {}

    Optional<Kept> findById(String version);

    boolean existsById(String version);

    /** Two nodes that start at once keep the same text. */
    @Query("INSERT IGNORE INTO runbook_version (version, runbook, source, kept_at)"
            + " VALUES (:version, :runbook, :source, :keptAt)")
    void keep(String version, String runbook, String source, Instant keptAt);

    List<Kept> findByRunbookOrderByKeptAtDesc(String runbook);
}
