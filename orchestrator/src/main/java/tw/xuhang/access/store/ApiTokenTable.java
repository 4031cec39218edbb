package tw.xuhang.access.store;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Statements on {@code api_token}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface ApiTokenTable extends GenericRepository<ApiTokenRow, String> {

    ApiTokenRow save(ApiTokenRow row);

    Optional<ApiTokenRow> findByHash(String hash);

    List<ApiTokenRow> findAllOrderByName();

    long deleteByName(String name);
}
