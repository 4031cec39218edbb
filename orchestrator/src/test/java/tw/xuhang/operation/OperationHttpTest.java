package tw.xuhang.operation;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.core.type.Argument;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.client.HttpClient;
import io.micronaut.http.client.annotation.Client;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

@MicronautTest(transactional = false)
final class OperationHttpTest {

    @Inject
    @Client("/")
    private HttpClient client;

    @Test
    void readyMeansTheDatabaseAnswers() {
        assertThat(get("/health/readiness")).containsEntry("status", "UP");
    }

    @Test
    void aliveDoesNotDependOnTheDatabase() {
        assertThat(get("/health/liveness").toString()).doesNotContain("database");
    }

    @Test
    void saysWhatRunsHere() {
        assertThat(get("/api/v1/meta")).containsEntry("name", "xuhang").containsEntry("zone", "Asia/Taipei");
    }

    private Map<String, Object> get(String path) {
        return client.toBlocking().retrieve(HttpRequest.GET(path), Argument.mapOf(String.class, Object.class));
    }
}
