package tw.xuhang.wiring;

import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.integration.ansible.AnsiblePlaybooks;
import tw.xuhang.watch.Rounds;

/** Once a day, removes what playbooks of long ago left on the disk; their log lines are in the database. */
@Singleton
final class PlaybookRemains implements ApplicationEventListener<ServerStartupEvent> {

    private static final Logger LOG = LoggerFactory.getLogger(PlaybookRemains.class);
    private static final Duration EVERY = Duration.ofDays(1);

    /** Longer than any step may take, so that what is removed has been recorded. */
    private static final Duration KEPT = Duration.ofDays(30);

    private final AnsiblePlaybooks playbooks;
    private final Rounds rounds;
    private final InstantSource clock;

    PlaybookRemains(AnsiblePlaybooks playbooks, Rounds rounds, InstantSource clock) {
        this.playbooks = playbooks;
        this.rounds = rounds;
        this.clock = clock;
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        rounds.every("playbook remains", EVERY, this::tidy);
    }

    void tidy() {
        int removed = playbooks.prune(clock.instant().minus(KEPT));
        if (removed > 0) {
            LOG.info("removed what {} playbook runs of more than {} days ago left", removed, KEPT.toDays());
        }
    }
}
