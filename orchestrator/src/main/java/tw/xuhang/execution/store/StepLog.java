package tw.xuhang.execution.store;

import io.micronaut.data.annotation.Embeddable;
import io.micronaut.data.annotation.EmbeddedId;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;

/** The log of automatic steps. A line told twice, after an attach, stays one line. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface StepLog extends GenericRepository<StepLog.Line, StepLog.Place> {

    /** Where a line stands: attempt is the seq of the attempt's start. */
    @Embeddable
    record Place(String run, long attempt, long counter) {}

    /** One line. */
    @MappedEntity("step_log")
    record Line(
            @EmbeddedId Place place, String step, String level, String host, String task, String line, Instant at) {}

    @Query("INSERT IGNORE INTO step_log (run, attempt, counter, step, level, host, task, line, at)"
            + " VALUES (:run, :attempt, :counter, :step, :level, :host, :task, :line, :at)")
    void write(
            String run,
            long attempt,
            long counter,
            String step,
            String level,
            String host,
            String task,
            String line,
            Instant at);

    /** Lines of a run after a place, in order of attempt and counter. */
    @Query(
            "SELECT run AS place_run, attempt AS place_attempt, counter AS place_counter, step, level, host, task, line, at"
                    + " FROM step_log WHERE run = :run ORDER BY attempt, counter LIMIT :most")
    List<Line> ofRun(String run, int most);
}
