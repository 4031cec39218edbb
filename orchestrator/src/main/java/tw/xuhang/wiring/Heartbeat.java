package tw.xuhang.wiring;

import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import tw.xuhang.directory.Directory;
import tw.xuhang.execution.Engine;
import tw.xuhang.execution.store.Nodes;
import tw.xuhang.outage.Outages;
import tw.xuhang.respond.Progress;
import tw.xuhang.watch.LineWatching;
import tw.xuhang.watch.Rounds;
import tw.xuhang.watch.ServiceWatching;

/** Sets everything going once the service is up: heart, engine, clocks, eyes. */
@Singleton
final class Heartbeat implements ApplicationEventListener<ServerStartupEvent> {

    private static final Duration SWEEP = Duration.ofMillis(500);
    private static final String SAMPLE = "demo-town";

    private final Rounds rounds;
    private final Nodes nodes;
    private final Engine engine;
    private final Outages outages;
    private final Progress progress;
    private final LineWatching lines;
    private final ServiceWatching services;
    private final DeskRound desks;
    private final boolean watch;

    Heartbeat(
            Rounds rounds,
            Nodes nodes,
            Engine engine,
            Outages outages,
            Progress progress,
            LineWatching lines,
            ServiceWatching services,
            DeskRound desks,
            Directory directory,
            @Value("${xuhang.watch:auto}") String watch) {
        this.rounds = rounds;
        this.nodes = nodes;
        this.engine = engine;
        this.outages = outages;
        this.progress = progress;
        this.lines = lines;
        this.services = services;
        this.desks = desks;
        // The sample office stands nowhere: without its lab every line would be down.
        this.watch = watch.equals("on")
                || (watch.equals("auto") && !directory.office().key().equals(SAMPLE));
    }

    @Override
    public void onApplicationEvent(ServerStartupEvent event) {
        nodes.beat();
        rounds.every("heart", Nodes.EVERY, nodes::beat);
        rounds.every("engine", SWEEP, engine::sweep);
        rounds.every("clocks", SWEEP, () -> {
            outages.cross();
            progress.look();
        });
        rounds.every("consents", SWEEP, desks::people);
        rounds.every("orders", SWEEP, desks::vendors);
        if (watch) {
            lines.begin(rounds);
            services.begin(rounds);
        }
    }
}
