package tw.xuhang.access.http;

import io.micronaut.context.event.StartupEvent;
import io.micronaut.runtime.event.annotation.EventListener;
import jakarta.inject.Singleton;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.access.FirstAdministrator;

/** On the first start somebody must be able to come in. */
@Singleton
final class FirstStart {

    private static final Logger LOG = LoggerFactory.getLogger(FirstStart.class);

    private final FirstAdministrator first;

    FirstStart(FirstAdministrator first) {
        this.first = first;
    }

    @EventListener
    void started(StartupEvent event) {
        first.ensure()
                .ifPresent(file -> LOG.warn(
                        "first start: sign in as {} with the one-time password in {}; it must be changed then",
                        FirstAdministrator.NAME,
                        file));
    }
}
