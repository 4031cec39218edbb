package tw.xuhang.access.store;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.Optional;

/** Statements on {@code access_link}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface LinkTable extends GenericRepository<LinkRow, String> {

    LinkRow save(LinkRow row);

    Optional<LinkRow> findByHash(String hash);

    void deleteByKindAndSubject(String kind, String subject);
}
