package tw.xuhang.desk.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.test.extensions.junit5.annotation.MicronautTest;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.xuhang.access.Role;
import tw.xuhang.access.http.Browser;
import tw.xuhang.casebook.http.Cases;
import tw.xuhang.evidence.Actor;
import tw.xuhang.publication.Publications;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Source;
import tw.xuhang.runbook.language.Surroundings;

/** The leader's review and the CISO's publication on their pages, without a script (P-30). */
@MicronautTest(transactional = false)
final class RunbookPagesTest {

    private static final String KEY = "service-outage";
    private static final String ALL = "/runbooks";
    private static final String PAGE = ALL + "/" + KEY;

    @Inject
    private EmbeddedServer server;

    @Inject
    private Cases cases;

    @Inject
    private Publications publications;

    @Test
    void aVersionIsReviewedAndPublishedByTwoPeopleWhoSawWhatDiffers() {
        Source shipped = Library.shipped(Surroundings.unknown()).source(KEY).orElseThrow();
        String before = shipped.version();
        String text = shipped.text().replaceFirst("owner: \\S+", "owner: responder");
        Source draft = new Source(KEY + ".yaml", text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        publications.submit(draft, Actor.person("contact"));
        String version = draft.version();

        Browser leader = signedIn("leader", Role.TEAM_LEADER, Role.RESPONDER);
        assertThat(leader.get(ALL).body()).contains("待組長審查", "隨程式附帶，尚未公布");
        assertThat(leader.get(PAGE).body())
                .contains("owner: responder", "組長審查", "審查通過")
                .doesNotContain("資安長公布</h2>", "撤回此版本");
        assertThat(act(leader, version, "review", Map.of("against", "")).body()).contains("您查看之後現行版本已變更");
        assertThat(act(leader, version, "review", Map.of("against", before, "note", "相符"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(act(leader, version, "publish", Map.of("against", before)).body())
                .contains("公布與撤回須由資安長");

        Browser ciso = signedIn("ciso", Role.CISO);
        assertThat(ciso.get(ALL).body()).contains("待資安長公布");
        var wrong = act(ciso, version, "publish", Map.of("against", before, "code", "000000"));
        assertThat(wrong.statusCode()).isEqualTo(403);
        assertThat(wrong.body()).contains("驗證碼不正確");
        var published = act(ciso, version, "publish", Map.of("against", before, "code", cases.freshCode("ciso")));
        assertThat(published.statusCode()).isEqualTo(303);
        assertThat(ciso.get(published.headers().firstValue("Location").orElseThrow())
                        .body())
                .contains("本所已公布", "撤回此版本", "成為現行版本");

        var back = act(ciso, version, "withdraw", Map.of("reason", "責任單位有誤", "code", cases.freshCode("ciso")));
        assertThat(back.statusCode()).isEqualTo(303);
        assertThat(ciso.get(ALL).body()).contains("無現行版本，不會啟動");
    }

    @Test
    void whoMayNotIsOfferedNothing() {
        Browser auditor = signedIn("auditor", Role.AUDITOR);
        assertThat(auditor.get(ALL + "/backbone-outage").body()).doesNotContain("name=\"deed\"");
        assertThat(auditor.get(ALL + "/there-is-none").statusCode()).isEqualTo(404);
    }

    private java.net.http.HttpResponse<String> act(
            Browser browser, String version, String deed, Map<String, String> more) {
        var form = new HashMap<>(more);
        form.put("deed", deed);
        return browser.post(PAGE, PAGE + "/" + version, form);
    }

    private Browser signedIn(String account, Role... roles) {
        cases.person(account, roles);
        var browser = new Browser(server.getURI());
        assertThat(browser.signIn(account, Cases.PASSWORD, cases.freshCode(account))
                        .statusCode())
                .isEqualTo(303);
        return browser;
    }
}
