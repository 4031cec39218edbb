package tw.xuhang.access.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.xuhang.access.Action;
import tw.xuhang.access.ApiTokens;

/** Behind a reverse proxy everybody comes from this machine. */
@MicronautTest(transactional = false)
final class MetricsDoorTest {

    @Inject
    private EmbeddedServer server;

    @Inject
    private ApiTokens tokens;

    @Test
    void figuresAreShownToWhoOperatesAndToNobodyElseOnThisMachine() {
        assertThat(ask("")).isEqualTo(401);
        assertThat(ask(token("metrics-reader", Action.READ_CASES))).isEqualTo(403);
        assertThat(ask(token("metrics-scraper", Action.OPERATE))).isEqualTo(200);
    }

    private String token(String name, Action scope) {
        return ((ApiTokens.Made.Token) tokens.make(name, Set.of(scope), Duration.ofDays(1), "admin")).raw();
    }

    private int ask(String token) {
        Browser browser = new Browser(server.getURI());
        var request = browser.request("/prometheus").setHeader("Accept", "text/plain");
        return browser.send(token.isEmpty() ? request : request.header("Authorization", "Bearer " + token))
                .statusCode();
    }
}
