package tw.xuhang.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TokensAndLinksTest {

    private final SettableTime time = new SettableTime();
    private final MemoryRows rows = new MemoryRows();
    private final Secrets secrets = new Secrets(new SecureRandom());
    private final ApiTokens tokens = new ApiTokens(rows.tokens(), secrets, time);
    private final Links links = new Links(rows.links(), secrets, time);

    @Test
    void aTokenIsFoundUntilItExpires() {
        String raw = make(Duration.ofDays(1));
        time.pass(Duration.ofDays(1).minusSeconds(1));
        assertThat(tokens.find(raw)).isPresent();
        time.pass(Duration.ofSeconds(1));
        assertThat(tokens.find(raw)).isEmpty();
    }

    @Test
    void aTokenIsKeptAsItsHashOnlyAndNeverPrinted() {
        ApiTokens.Made made = tokens.make("grafana", Set.of(Action.SEND_SIGNAL), Duration.ofDays(1), "admin");
        assertThat(made).isInstanceOfSatisfying(ApiTokens.Made.Token.class, token -> {
            assertThat(token.raw()).startsWith("xuhang_").hasSize(50);
            assertThat(token.toString()).doesNotContain(token.raw());
            assertThat(rows.tokensByHash.toString()).doesNotContain(token.raw());
        });
    }

    @Test
    void aRevokedTokenOpensNothing() {
        String raw = make(Duration.ofDays(1));
        assertThat(tokens.revoke("grafana")).isTrue();
        assertThat(tokens.revoke("grafana")).isFalse();
        assertThat(tokens.find(raw)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Action.class,
            names = {
                "REQUEST_CONSENT",
                "DECIDE_CONSENT",
                "RECORD_PHONE_CONSENT",
                "DECLARE",
                "CONFIRM",
                "AGREE_REFERRAL",
                "AGREE_RESTORE",
                "ACKNOWLEDGE_BRIEFING",
                "PUBLISH_RUNBOOK",
                "MANAGE_ACCESS"
            })
    void noTokenDecidesInAPersonsPlace(Action action) {
        assertThat(tokens.make("x", Set.of(Action.READ_CASES, action), Duration.ofDays(1), "admin"))
                .isEqualTo(new ApiTokens.Made.Refused("scope"));
    }

    @Test
    void tokensHaveOneNameEachAndAnEnd() {
        make(Duration.ofDays(1));
        Set<Action> scopes = Set.of(Action.READ_CASES);
        assertThat(tokens.make("grafana", scopes, Duration.ofDays(1), "admin"))
                .isEqualTo(new ApiTokens.Made.Refused("taken"));
        assertThat(tokens.make("other", scopes, Duration.ofDays(401), "admin"))
                .isEqualTo(new ApiTokens.Made.Refused("lifetime"));
        assertThat(tokens.make("other", scopes, Duration.ZERO, "admin"))
                .isEqualTo(new ApiTokens.Made.Refused("lifetime"));
        assertThat(tokens.make("../x", scopes, Duration.ofDays(1), "admin"))
                .isEqualTo(new ApiTokens.Made.Refused("name"));
    }

    @Test
    void aLinkOpensItsOwnKindOnlyAnyNumberOfTimes() {
        String raw = links.make(Link.Kind.CONSENT, "c-1", "ciso", Duration.ofHours(8));
        for (int i = 0; i < 100; i++) {
            assertThat(links.find(Link.Kind.CONSENT, raw)).get().satisfies(link -> {
                assertThat(link.subject()).isEqualTo("c-1");
                assertThat(link.person()).isEqualTo("ciso");
            });
        }
        assertThat(links.find(Link.Kind.ORDER, raw)).isEmpty();
    }

    @Test
    void anExpiredTamperedOrEndedLinkLooksLikeNoLink() {
        String raw = links.make(Link.Kind.ORDER, "o-1", "desk", Duration.ofHours(8));
        assertThat(links.find(Link.Kind.ORDER, raw.substring(1) + "A")).isEmpty();
        assertThat(links.find(Link.Kind.ORDER, "../" + raw)).isEmpty();
        time.pass(Duration.ofHours(8));
        assertThat(links.find(Link.Kind.ORDER, raw)).isEmpty();
        String other = links.make(Link.Kind.ORDER, "o-1", "desk", Duration.ofHours(8));
        links.end(Link.Kind.ORDER, "o-1");
        assertThat(links.find(Link.Kind.ORDER, other)).isEmpty();
    }

    @Test
    void aLinkIsKeptAsItsHashOnly() {
        String raw = links.make(Link.Kind.CONSENT, "c-1", "ciso", Duration.ofHours(8));
        assertThat(rows.linksByHash.toString()).doesNotContain(raw);
    }

    private String make(Duration life) {
        return tokens.make("grafana", Set.of(Action.SEND_SIGNAL), life, "admin") instanceof ApiTokens.Made.Token token
                ? token.raw()
                : "refused";
    }
}
