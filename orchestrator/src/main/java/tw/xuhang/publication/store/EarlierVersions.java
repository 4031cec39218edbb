package tw.xuhang.publication.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;

/** Versions that were at work here before versions were published. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface EarlierVersions extends GenericRepository<EarlierVersions.Row, String> {

    /** One version. */
    @MappedEntity("runbook_earlier")
    record Row(@Id String version) {}

    boolean existsById(String version);
}
