package tw.xuhang.operation.http;

import io.micronaut.health.HealthStatus;
import io.micronaut.management.health.indicator.HealthIndicator;
import io.micronaut.management.health.indicator.HealthResult;
import io.micronaut.management.health.indicator.annotation.Readiness;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import javax.sql.DataSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tw.xuhang.database.Pools;

/** Whether the database answers, asked over a connection of the pool that people's decisions need. */
@Singleton
@Readiness
final class DatabaseHealth implements HealthIndicator {

    private static final int PATIENCE_SECONDS = 2;

    private final DataSource people;
    private final ExecutorService blocking;

    DatabaseHealth(Pools pools, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.people = pools.people();
        this.blocking = blocking;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromCallable(this::ask).subscribeOn(Schedulers.fromExecutorService(blocking));
    }

    private HealthResult ask() {
        try (Connection connection = people.getConnection()) {
            return connection.isValid(PATIENCE_SECONDS)
                    ? result(HealthStatus.UP, Map.of())
                    : result(HealthStatus.DOWN, Map.of("reason", "no answer in " + PATIENCE_SECONDS + " s"));
        } catch (SQLException e) {
            return result(HealthStatus.DOWN, Map.of("reason", String.valueOf(e.getMessage())));
        }
    }

    private static HealthResult result(HealthStatus status, Map<String, String> details) {
        return HealthResult.builder("database", status).details(details).build();
    }
}
