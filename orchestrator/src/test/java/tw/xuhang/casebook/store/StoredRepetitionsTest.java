package tw.xuhang.casebook.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tw.xuhang.casebook.Repetitions;
import tw.xuhang.casebook.Repetitions.Seen;
import tw.xuhang.testing.TestDatabase;

final class StoredRepetitionsTest {

    private static final Instant T0 = Instant.parse("2026-11-21T18:10:00Z");
    private static final Repetitions.Request ASKED = new Repetitions.Request("person:ciso", "k-1", "ab".repeat(32));

    private final TestDatabase database = TestDatabase.migrated();
    private Instant now = T0;
    private final Repetitions repetitions = new StoredRepetitions(database.pools(), () -> now);

    @AfterEach
    void close() {
        database.close();
    }

    @Test
    void whatIsUnderWayIsNotBegunASecondTime() {
        assertThat(repetitions.begin(ASKED)).isInstanceOf(Seen.New.class);
        assertThat(repetitions.begin(ASKED)).isInstanceOf(Seen.UnderWay.class);
    }

    @Test
    void whatWasAnsweredIsAnsweredAlike() {
        repetitions.begin(ASKED);
        var answer = new Repetitions.Answer(201, "/api/v1/incidents/1", "{\"title\":\"骨幹\"}");
        repetitions.answered(ASKED, answer);
        assertThat(repetitions.begin(ASKED)).isEqualTo(new Seen.Done(answer));
    }

    @Test
    void aKeyBelongsToOneRequestOfOneCaller() {
        repetitions.begin(ASKED);
        assertThat(repetitions.begin(new Repetitions.Request("person:ciso", "k-1", "cd".repeat(32))))
                .isInstanceOf(Seen.Other.class);
        assertThat(repetitions.begin(new Repetitions.Request("person:leader", "k-1", "cd".repeat(32))))
                .isInstanceOf(Seen.New.class);
    }

    @Test
    void whatWasNotDoneMayBeBegunAgain() {
        repetitions.begin(ASKED);
        repetitions.undone(ASKED);
        assertThat(repetitions.begin(ASKED)).isInstanceOf(Seen.New.class);
    }

    @Test
    void aDayLaterTheKeyIsFree() {
        repetitions.begin(ASKED);
        now = T0.plusSeconds(86_401);
        assertThat(repetitions.begin(ASKED)).isInstanceOf(Seen.New.class);
    }
}
