package tw.xuhang.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private final SettableTime time = new SettableTime();
    private final MemoryRows rows = new MemoryRows();
    private final Sessions sessions = new Sessions(rows.sessions(), new Secrets(new SecureRandom()), time);
    private final Account leader = new Account("leader", "組長", Set.of(Role.TEAM_LEADER), false, true);

    @Test
    void aCookieIsKeptAsItsHashOnly() {
        String cookie = sessions.start(leader, true, true);
        assertThat(rows.sessionsByHash).containsOnlyKeys(Secrets.hash(cookie));
        assertThat(rows.sessionsByHash.toString()).doesNotContain(cookie);
    }

    @Test
    void aCookieHas256RandomBits() {
        assertThat(sessions.start(leader, true, true)).hasSize(43).isNotEqualTo(sessions.start(leader, true, true));
    }

    @Test
    void anIdleSessionEnds() {
        String cookie = sessions.start(leader, true, true);
        time.pass(Sessions.IDLE.minusSeconds(1));
        assertThat(sessions.find(cookie)).isPresent();
        time.pass(Sessions.IDLE.minusSeconds(1));
        assertThat(sessions.find(cookie)).as("looking at it kept it alive").isPresent();
        time.pass(Sessions.IDLE);
        assertThat(sessions.find(cookie)).isEmpty();
    }

    @Test
    void lookingOnDoesNotKeepASessionAlive() {
        String cookie = sessions.start(leader, true, true);
        time.pass(Sessions.IDLE.minusSeconds(1));
        assertThat(sessions.look(cookie)).isPresent();
        time.pass(Duration.ofSeconds(1));
        assertThat(sessions.look(cookie)).isEmpty();
    }

    @Test
    void noSessionLastsForEverHoweverBusy() {
        String cookie = sessions.start(leader, true, true);
        for (int hour = 0; hour < 15; hour++) {
            time.pass(Duration.ofHours(1));
            assertThat(sessions.find(cookie)).isPresent();
        }
        time.pass(Duration.ofHours(1));
        assertThat(sessions.find(cookie)).isEmpty();
    }

    @Test
    void halfWayInDoesNotLastLong() {
        String cookie = sessions.start(leader, false, false);
        time.pass(Duration.ofMinutes(10));
        assertThat(sessions.find(cookie)).isEmpty();
    }

    @Test
    void anEndedSessionIsGone() {
        String cookie = sessions.start(leader, true, true);
        String other = sessions.start(leader, true, true);
        sessions.end(cookie);
        assertThat(sessions.find(cookie)).isEmpty();
        sessions.endAll("leader");
        assertThat(sessions.find(other)).isEmpty();
    }

    @Test
    void theFormTokenFollowsFromTheCookieAndDoesNotTellIt() {
        String cookie = sessions.start(leader, true, true);
        assertThat(Sessions.formToken(cookie))
                .isEqualTo(Sessions.formToken(cookie))
                .isNotEqualTo(Sessions.formToken(cookie + "x"))
                .doesNotContain(cookie);
        assertThat(Sessions.formToken(cookie)).isNotEqualTo(Secrets.hash(cookie));
    }
}
