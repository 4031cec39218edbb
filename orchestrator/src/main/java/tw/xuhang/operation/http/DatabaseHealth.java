package tw.xuhang.operation.http;

import com.zaxxer.hikari.HikariDataSource;
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

/**
 * Whether the database answers, asked over a connection of the pool that people's decisions need; and whether the
 * service's own work has to queue for connections, which slows intake and runs and leaves people alone (O2).
 */
@Singleton
@Readiness
final class DatabaseHealth implements HealthIndicator {

    /** It works, slowly; a balancer keeps sending. */
    private static final HealthStatus DEGRADED = new HealthStatus("DEGRADED", "work waits for connections", null, 500);

    private static final int PATIENCE_SECONDS = 2;

    private final Pools pools;
    private final ExecutorService blocking;

    DatabaseHealth(Pools pools, @Named(TaskExecutors.BLOCKING) ExecutorService blocking) {
        this.pools = pools;
        this.blocking = blocking;
    }

    @Override
    public Publisher<HealthResult> getResult() {
        return Mono.fromCallable(this::ask).subscribeOn(Schedulers.fromExecutorService(blocking));
    }

    private HealthResult ask() {
        try (Connection connection = pools.people().getConnection()) {
            if (!connection.isValid(PATIENCE_SECONDS)) {
                return result(HealthStatus.DOWN, Map.of("reason", "no answer in " + PATIENCE_SECONDS + " s"));
            }
            int free = free(pools.work());
            return free > 0
                    ? result(HealthStatus.UP, Map.of())
                    : result(DEGRADED, Map.of("reason", "all connections for work are in use"));
        } catch (SQLException e) {
            return result(HealthStatus.DOWN, Map.of("reason", "the database does not answer"));
        }
    }

    /** How many more connections work could have at this moment. */
    private static int free(DataSource work) throws SQLException {
        if (!work.isWrapperFor(HikariDataSource.class)) {
            return 1;
        }
        HikariDataSource pool = work.unwrap(HikariDataSource.class);
        return pool.getMaximumPoolSize() - pool.getHikariPoolMXBean().getActiveConnections();
    }

    private static HealthResult result(HealthStatus status, Map<String, String> details) {
        return HealthResult.builder("database", status).details(details).build();
    }
}
