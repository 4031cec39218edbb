package tw.xuhang.wiring;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.directory.Directory;
import tw.xuhang.due.store.DatabaseAgenda;
import tw.xuhang.evidence.JournalUnavailable;
import tw.xuhang.execution.Engine;
import tw.xuhang.execution.Watchdog;
import tw.xuhang.execution.store.Nodes;
import tw.xuhang.publication.Repertoire;
import tw.xuhang.watch.LineWatching;
import tw.xuhang.watch.Rounds;
import tw.xuhang.watch.ServiceWatching;

/** Sets everything going once the service is up: heart, engine, agenda, eyes. */
@Singleton
final class Heartbeat implements ApplicationEventListener<ServerStartupEvent> {

    /** Only what other nodes post comes this way, and only while this one has a run. */
    private static final Duration MAIL = Duration.ofMillis(500);

    /** Not on the agenda, which one node of several looks at: each node answers for its own runs. */
    private static final Duration WATCH = Duration.ofSeconds(30);

    private static final Logger LOG = LoggerFactory.getLogger(Heartbeat.class);
    private static final String SAMPLE = "demo-town";

    private final Rounds rounds;
    private final Nodes nodes;
    private final Engine engine;
    private final Watchdog watchdog;
    private final DatabaseAgenda agenda;
    private final DueThings due;
    private final Repertoire repertoire;
    private final LineWatching lines;
    private final ServiceWatching services;
    private final boolean watch;

    Heartbeat(
            Rounds rounds,
            Nodes nodes,
            Engine engine,
            Watchdog watchdog,
            DatabaseAgenda agenda,
            DueThings due,
            Repertoire repertoire,
            LineWatching lines,
            ServiceWatching services,
            Directory directory,
            @Value("${xuhang.watch:auto}") String watch) {
        this.rounds = rounds;
        this.nodes = nodes;
        this.engine = engine;
        this.watchdog = watchdog;
        this.agenda = agenda;
        this.due = due;
        this.repertoire = repertoire;
        this.lines = lines;
        this.services = services;
        // The sample office stands nowhere: without its lab every line would be down.
        this.watch = watch.equals("on")
                || (watch.equals("auto") && !directory.office().key().equals(SAMPLE));
    }

    private void learn() {
        try {
            repertoire.begin();
        } catch (JournalUnavailable e) {
            LOG.warn("the database does not answer: the runbooks are looked at when the first is needed", e);
        }
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        nodes.beat();
        rounds.every("heart", Nodes.EVERY, nodes::beat);
        rounds.every("owners", Nodes.EVERY, engine::takeOver);
        rounds.every("mail", MAIL, engine::readMail);
        rounds.every("watchdog", WATCH, watchdog::look);
        learn();
        agenda.open(due.looks());
        due.begin();
        if (watch) {
            lines.begin(rounds);
            services.begin(rounds);
        }
    }
}
