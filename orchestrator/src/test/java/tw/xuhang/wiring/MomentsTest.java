package tw.xuhang.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import tw.xuhang.database.Pools;
import tw.xuhang.execution.store.Nodes;

/** The tests run in a zone that nobody lives by. */
@MicronautTest(transactional = false)
final class MomentsTest {

    @Inject
    private Nodes nodes;

    @Inject
    private Pools pools;

    @Test
    void aHeartbeatIsKeptInUtcWhateverTheZoneOfTheMachine() throws Exception {
        nodes.beat();
        try (var connection = pools.reading().getConnection();
                var statement = connection.createStatement();
                var row = statement.executeQuery(
                        "SELECT MIN(ABS(TIMESTAMPDIFF(SECOND, heartbeat_at, UTC_TIMESTAMP()))) FROM node")) {
            row.next();
            assertThat(row.getLong(1)).as("seconds between the beat and now").isLessThan(60);
        }
    }
}
