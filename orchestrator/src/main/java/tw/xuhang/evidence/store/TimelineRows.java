package tw.xuhang.evidence.store;

import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.Pageable;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;

@JdbcRepository(dialect = Dialect.MYSQL)
interface TimelineRows extends GenericRepository<TimelineRow, Long> {

    List<TimelineRow> findByIncidentOrderByRecordedAtAscAndStreamAscAndSeqAsc(String incident);

    List<TimelineRow> findByIncidentOrderByRecordedAtDescAndStreamDescAndSeqDesc(String incident, Pageable page);
}
