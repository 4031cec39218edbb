package tw.xuhang.publication.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The list of runbooks. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface StandingRows extends GenericRepository<StandingRows.Row, String> {

    /** One runbook. */
    @MappedEntity("runbook_standing")
    record Row(
            @Id String runbook,
            @Nullable String inForce,
            @Nullable String basis,
            String newest) {}

    List<Row> findAllOrderByRunbook();

    Optional<Row> findById(String runbook);
}
