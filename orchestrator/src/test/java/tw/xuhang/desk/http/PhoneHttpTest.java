package tw.xuhang.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.xuhang.access.Action;
import tw.xuhang.access.Permissions;
import tw.xuhang.access.Role;
import tw.xuhang.access.http.Browser;
import tw.xuhang.casebook.http.Cases;
import tw.xuhang.consent.ConsentRequest;
import tw.xuhang.consent.Consents;
import tw.xuhang.consent.Ground;
import tw.xuhang.consent.ReadBack;

/** C5 as people do it: two of them at one page, the CISO on the telephone, confirmed in person later. */
@MicronautTest(transactional = false)
final class PhoneHttpTest {

    private static final String NUMBER = "00-0000-0201";

    @Inject
    private EmbeddedServer server;

    @Inject
    private Cases cases;

    @Inject
    private Consents consents;

    @Test
    void aSpokenConsentIsWrittenDownByTwoAndConfirmedByTheOneWhoSpoke() {
        String key = requested();
        Browser duty = signedIn("duty", Role.DUTY_OFFICER);
        cases.person("contact", Role.SECURITY_CONTACT);
        String path = "/consents/" + key + "/phone";

        String page = duty.get(path).body();
        assertThat(page)
                .contains("電話同意登錄", "資安長", "00-0000-0101", NUMBER, "tel:" + NUMBER)
                .contains("示鎮資字第 1150001 號")
                .contains(code(key, " "))
                .doesNotContain("value=\"duty\"", "value=\"leader\"");

        HttpResponse<String> written = duty.post(path, path, said(key, Map.of()));
        assertThat(written.statusCode()).as(written.body()).isEqualTo(303);
        assertThat(written.headers().firstValue("Location")).contains(path);
        ConsentRequest.Decision decision = consents.get(key).decision().orElseThrow();
        assertThat(decision.granted()).isTrue();
        assertThat(decision.call().orElseThrow())
                .satisfies(call -> assertThat(call.number()).isEqualTo(NUMBER))
                .satisfies(call -> assertThat(call.recorder()).isEqualTo("duty"))
                .satisfies(call -> assertThat(call.witness()).isEqualTo("contact"));
        assertThat(duty.get(path).body()).contains("以電話決定", "待補簽，期限", "登錄人", "見證人", NUMBER);

        Browser ciso = signedIn("ciso", Role.CISO);
        assertThat(ciso.get("/waiting").body())
                .as("it waits for the CISO beside the leader's declaration")
                .contains("/consents/" + key);
        assertThat(ciso.get("/consents/" + key).body()).contains("請確認您以電話所作的決定", "待補簽，期限");
        HttpResponse<String> ratified = ciso.post(
                "/consents/" + key,
                "/consents/" + key,
                Map.of("answer", "ratify", "version", "1", "code", cases.code(true)));
        assertThat(ratified.statusCode()).as(ratified.body()).isEqualTo(303);
        assertThat(duty.get(path).body()).contains("已於", "補簽）").doesNotContain("待補簽，期限");

        HttpResponse<String> again = duty.post(path, path, said(key, Map.of("code", cases.code(true))));
        assertThat(again.statusCode()).isEqualTo(409);
        assertThat(again.body()).contains("您的決定未記錄");
        cases.back("official-documents");
    }

    @Test
    void whatDoesNotHoldIsSaidAndNothingIsRecorded() {
        String key = requested();
        Browser duty = signedIn("duty", Role.DUTY_OFFICER);
        cases.person("contact", Role.SECURITY_CONTACT);
        String path = "/consents/" + key + "/phone";

        for (Map<String, String> lacking : List.of(
                Map.of("call", ""),
                Map.of("witness", ""),
                Map.of("readback", "12"),
                Map.of("answer", "perhaps"),
                Map.of("answer", "refuse", "words", ""),
                Map.of("spoken", "25:99"))) {
            HttpResponse<String> answer = duty.post(path, path, said(key, lacking));
            assertThat(answer.statusCode()).as(lacking.toString()).isEqualTo(422);
            assertThat(answer.body()).contains("role=\"alert\"", "同意可以");
        }
        assertThat(duty.post(path, path, said(key, Map.of("code", "000000"))).body())
                .contains("見證人的驗證碼不正確");
        assertThat(duty.postBare(path, said(key, Map.of())).statusCode())
                .as("a form from elsewhere")
                .isEqualTo(403);

        HttpResponse<String> typed = duty.post(path, path, said(key, Map.of("call", "ciso 00-0000-0199")));
        assertThat(typed.statusCode()).isEqualTo(409);
        assertThat(typed.body()).contains("所撥號碼不是名冊上");
        assertThat(consents.get(key).decision()).isEmpty();
        HttpResponse<String> misheard =
                duty.post(path, path, said(key, Map.of("readback", "000001", "code", cases.code(true))));
        assertThat(misheard.statusCode()).isEqualTo(409);
        assertThat(misheard.body()).contains("覆誦碼不符");
        assertThat(consents.get(key).decision()).isEmpty();
        cases.back("official-documents");
    }

    @Test
    void onlyWhoMayRecordACallSeesThePage() {
        String key = requested();
        for (Role role : Role.values()) {
            Browser browser = signedIn("as-" + role.key(), role);
            boolean may = Permissions.allow(Set.of(role), Action.RECORD_PHONE_CONSENT);
            assertThat(browser.get("/consents/" + key + "/phone").statusCode())
                    .as(role.key())
                    .isEqualTo(may ? 200 : 403);
            assertThat(browser.post("/", "/consents/" + key + "/phone", Map.of())
                            .statusCode())
                    .as(role.key())
                    .isEqualTo(may ? 422 : 403);
        }
        Browser nobody = new Browser(server.getURI());
        assertThat(nobody.get("/consents/" + key + "/phone").headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).startsWith("/login"));
        assertThat(signedIn("as-duty-officer", Role.DUTY_OFFICER)
                        .get("/consents/no-such/phone")
                        .statusCode())
                .isEqualTo(404);
        cases.back("official-documents");
    }

    /** Prepared by a service that is away, and asked for by the leader. */
    private String requested() {
        String number = cases.open(List.of());
        cases.away(number, "official-documents", Duration.ofSeconds(60));
        String key = cases.consent(number);
        consents.request(key, "leader", 1, Ground.LIMIT_REACHED, "同意可以先以電話取得");
        return key;
    }

    private Map<String, String> said(String key, Map<String, String> changed) {
        Map<String, String> form = new HashMap<>(Map.of(
                "call",
                "ciso " + NUMBER,
                "readback",
                code(key, " "),
                "answer",
                "grant",
                "words",
                "同意可以",
                "witness",
                "contact",
                "code",
                cases.code(false)));
        form.putAll(changed);
        return form;
    }

    private static String code(String key, String between) {
        String code = ReadBack.code(key, 1);
        return code.substring(0, 3) + between + code.substring(3);
    }

    private Browser signedIn(String account, Role role) {
        cases.person(account, role);
        Browser browser = new Browser(server.getURI());
        assertThat(browser.signIn(account, Cases.PASSWORD, cases.code(false)).statusCode())
                .isEqualTo(303);
        return browser;
    }
}
