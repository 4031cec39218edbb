package tw.xuhang.home;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HomeLockTest {

    private final HomeLock.Holder me = new HomeLock.Holder(4121, "xuhang serve", Instant.parse("2026-11-22T01:02:03Z"));

    @TempDir
    private Path directory;

    @Test
    void aSecondIsToldWhoHoldsIt() {
        Home home = new Home(directory);
        HomeLock.Attempt first = HomeLock.attempt(home, me);
        HomeLock.Attempt second = HomeLock.attempt(home, new HomeLock.Holder(1, "x", Instant.EPOCH));

        assertThat(first).isInstanceOf(HomeLock.Attempt.Taken.class);
        assertThat(second)
                .isInstanceOfSatisfying(
                        HomeLock.Attempt.InUse.class,
                        inUse -> assertThat(inUse.holder()).contains(me));
    }

    @Test
    void whatIsGivenBackCanBeTaken() {
        Home home = new Home(directory);
        if (HomeLock.attempt(home, me) instanceof HomeLock.Attempt.Taken taken) {
            taken.lock().close();
        }
        assertThat(HomeLock.attempt(home, me)).isInstanceOf(HomeLock.Attempt.Taken.class);
    }
}
