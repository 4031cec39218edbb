package tw.xuhang.wiring;

import io.micronaut.context.annotation.Requires;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.evidence.JournalUnavailable;
import tw.xuhang.evidence.store.Checkpointing;

/** Signs the journal's heads each minute with changes, and once more at the end (E1). */
@Singleton
@Requires(notEnv = {"maintenance", "test"})
final class CheckpointEachMinute {

    private static final Logger LOG = LoggerFactory.getLogger(CheckpointEachMinute.class);

    private final Checkpointing checkpointing;

    CheckpointEachMinute(Checkpointing checkpointing) {
        this.checkpointing = checkpointing;
    }

    void take() {
        try {
            checkpointing.take();
        } catch (JournalUnavailable e) {
            LOG.warn("no checkpoint this minute: {}", e.getMessage());
        }
    }

    @PreDestroy
    void last() {
        take();
    }
}
