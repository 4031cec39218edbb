package tw.xuhang.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import tw.xuhang.directory.Directory;
import tw.xuhang.execution.Engine;
import tw.xuhang.incident.IncidentIndex;
import tw.xuhang.incident.Incidents;
import tw.xuhang.integration.route.Entrances;
import tw.xuhang.outage.Outages;
import tw.xuhang.publication.Repertoire;
import tw.xuhang.respond.Belonging;
import tw.xuhang.respond.ServiceCases;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.port.Prober;
import tw.xuhang.watch.Blindness;
import tw.xuhang.watch.LineWatching;
import tw.xuhang.watch.Lines;
import tw.xuhang.watch.Rounds;
import tw.xuhang.watch.ServiceWatching;
import tw.xuhang.watch.store.LineRows;
import tw.xuhang.watch.store.StoredLines;

/** The office's own eyes. */
@Factory
final class Watching {

    @Singleton
    @Bean(preDestroy = "close")
    Rounds rounds() {
        return new Rounds();
    }

    @Singleton
    Lines lines(Directory directory, LineRows rows, InstantSource clock) {
        return new Lines(() -> directory, new StoredLines(rows, clock));
    }

    /** {@code xuhang_watch_blind}: anything but 0 is a line or a service that nobody watches. */
    @Singleton
    Blindness blindness(MeterRegistry meters) {
        var blindness = new Blindness();
        Gauge.builder("xuhang.watch.blind", blindness, Blindness::count)
                .description("lines and services that cannot be looked at from here")
                .register(meters);
        return blindness;
    }

    @Singleton
    LineWatching lineWatching(
            Prober prober,
            Lines lines,
            Entrances entrances,
            Directory directory,
            InstantSource clock,
            Blindness blindness) {
        return new LineWatching(prober, lines, entrances.probe(), () -> directory, clock, blindness);
    }

    @Singleton
    ServiceWatching serviceWatching(
            Prober prober, Outages outages, Directory directory, InstantSource clock, Blindness blindness) {
        return new ServiceWatching(prober, outages, () -> directory, clock, blindness);
    }

    @Singleton
    ServiceCases serviceCases(
            Outages outages,
            Incidents incidents,
            IncidentIndex index,
            Directory directory,
            Repertoire repertoire,
            BeanProvider<Engine> engine,
            InstantSource clock) {
        return new ServiceCases(
                outages,
                incidents,
                index,
                () -> directory,
                () -> repertoire.all(Mode.LIVE),
                run -> engine.get().take(run),
                clock);
    }

    @Singleton
    Belonging belonging(Outages outages, IncidentIndex index, Directory directory) {
        return new Belonging(outages, index, () -> directory);
    }
}
