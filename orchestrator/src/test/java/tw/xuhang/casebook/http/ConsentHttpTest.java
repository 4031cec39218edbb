package tw.xuhang.casebook.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.xuhang.access.Action;
import tw.xuhang.access.Role;

/** P-25 over the API: two acts, two persons, each by their own hand. */
@MicronautTest(transactional = false)
final class ConsentHttpTest {

    @Inject
    private EmbeddedServer server;

    @Inject
    private Cases cases;

    @Test
    void theLeaderAsksTheCisoDecidesTheLeaderDeclares() {
        URI base = server.getURI();
        cases.person("leader", Role.TEAM_LEADER, Role.RESPONDER);
        cases.person("ciso", Role.CISO);
        cases.person("admin", Role.ADMINISTRATOR);
        Api leader = Api.person(base, "leader", Cases.PASSWORD);
        Api ciso = Api.person(base, "ciso", Cases.PASSWORD);
        Api machine = Api.token(base, cases.token(Action.READ_CASES, Action.STEER_RUN));
        String number = cases.open(List.of());
        cases.away(number, "official-documents", Duration.ofSeconds(60));
        String consent = "/api/v1/consents/" + cases.consent(number);
        String code = cases.code(false);

        assertThat(machine.get(consent).body().path("phase").asText()).isEqualTo("prepared");
        assertThat(machine.post(consent + "/request", "{\"version\":1}").code()).isEqualTo("403 person-needed");
        assertThat(leader.post(consent + "/request", "{}").code()).isEqualTo("422 version-missing");
        assertThat(leader.post(consent + "/request", "{\"version\":1,\"ground\":\"boredom\"}")
                        .code())
                .isEqualTo("422 unknown-ground");
        assertThat(leader.post(consent + "/request", "{\"version\":7}").code()).isEqualTo("409 look-again");
        assertThat(ciso.post(consent + "/grant", said(1, code)).code())
                .as("nothing was asked yet")
                .isEqualTo("409 not-yet");
        assertThat(leader.post(consent + "/request", said(1, code))
                        .body()
                        .path("phase")
                        .asText())
                .isEqualTo("requested");

        assertThat(ciso.post(consent + "/grant", said(1, "000000")).code()).isEqualTo("403 second-factor-wrong");
        assertThat(ciso.post(consent + "/grant", said(1, code)).code()).isEqualTo("403 second-factor-used");
        assertThat(Api.person(base, "admin", Cases.PASSWORD)
                        .post(consent + "/grant", said(1, code))
                        .code())
                .isEqualTo("403 no-authority");
        assertThat(Api.person(base, "ciso", "wrong")
                        .post(consent + "/grant", said(1, "1"))
                        .status())
                .isEqualTo(401);
        var granted = ciso.post(consent + "/grant", said(1, cases.code(true)));
        assertThat(granted.status()).as(granted.raw().body()).isEqualTo(200);
        assertThat(granted.body().path("decided").path("by").asText()).isEqualTo("ciso");
        assertThat(granted.body().path("consent").asText()).isEqualTo("granted");

        var declared = leader.post(consent + "/declare", said(1, cases.code(true)));
        assertThat(declared.body().path("phase").asText())
                .as(declared.raw().body())
                .isEqualTo("declared");
        cases.back("official-documents");
    }

    @Test
    void consentIsAskedForAnewWhereNoRunDoes() {
        URI base = server.getURI();
        cases.person("leader-deputy", Role.RESPONDER);
        var deputy = Api.person(base, "leader-deputy", Cases.PASSWORD);
        String number = cases.open(List.of());
        String wish = "{\"incident\":\"%s\",\"code\":\"%s\"}";

        assertThat(Api.token(base, cases.token(Action.READ_CASES))
                        .post("/api/v1/consents", wish.formatted(number, ""))
                        .code())
                .isEqualTo("403 person-needed");
        assertThat(deputy.post("/api/v1/consents", wish.formatted("2026-9999", ""))
                        .code())
                .isEqualTo("404 unknown-incident");
        var made = deputy.post("/api/v1/consents", wish.formatted(number, cases.code(false)));
        assertThat(made.status()).as(made.raw().body()).isEqualTo(201);
        assertThat(made.raw().headers().firstValue("Location")).contains("/api/v1/consents/case-" + number + ".1");
        assertThat(made.body().path("phase").asText()).isEqualTo("prepared");
        assertThat(deputy.post("/api/v1/consents", wish.formatted(number, cases.code(true)))
                        .code())
                .isEqualTo("409 still-open");
    }

    private static String said(int version, String code) {
        return "{\"version\":%d,\"code\":\"%s\",\"note\":\"依計畫\"}".formatted(version, code);
    }
}
