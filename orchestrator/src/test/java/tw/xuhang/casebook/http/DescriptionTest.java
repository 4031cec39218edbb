package tw.xuhang.casebook.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import io.micronaut.web.router.Router;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The API says what it can. */
@MicronautTest(transactional = false)
@SuppressWarnings("NullAway") // a missing key fails the test as it should
final class DescriptionTest {

    @Inject
    private EmbeddedServer server;

    @Inject
    private Router router;

    @Test
    void everyRouteOfTheApiIsDescribedAndNothingElse() {
        Set<String> routes = router.uriRoutes()
                .filter(route -> route.getUriMatchTemplate().toString().startsWith("/api/"))
                .filter(route -> !route.getHttpMethodName().matches("HEAD|OPTIONS"))
                .map(route -> route.getHttpMethodName() + " "
                        + route.getUriMatchTemplate().toString().replaceAll("\\{\\?[^}]*}|:[^}]*(?=})", ""))
                .collect(Collectors.toCollection(HashSet::new));
        assertThat(routes).contains("GET /api/v1/incidents", "POST /api/v1/runs/{run}/steps/{step}/skip");
        assertThat(described()).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void itIsOpenApiThreeOne() {
        assertThat(String.valueOf(document().get("openapi"))).startsWith("3.1");
        assertThat(part(part(document(), "components"), "schemas").toString())
                .contains("IncidentView", "outageSeconds");
    }

    private Set<String> described() {
        return part(document(), "paths").entrySet().stream()
                .flatMap(path -> ((Map<?, ?>) path.getValue())
                        .keySet().stream()
                                .map(method -> String.valueOf(method).toUpperCase(Locale.ROOT) + " " + path.getKey()))
                .collect(Collectors.toSet());
    }

    private static Map<?, ?> part(Map<?, ?> whole, String name) {
        return (Map<?, ?>) Objects.requireNonNull(whole.get(name), name);
    }

    private Map<?, ?> document() {
        String yaml = Api.nobody(server.getURI()).get("/openapi").raw().body();
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(yaml);
    }
}
