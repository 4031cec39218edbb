package tw.xuhang.wiring;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import io.micronaut.context.event.ApplicationEventListener;
import io.micronaut.runtime.server.event.ServerStartupEvent;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import tw.xuhang.database.Pools;
import tw.xuhang.evidence.Journal;
import tw.xuhang.evidence.store.ReadModel;
import tw.xuhang.intake.Dispositions;
import tw.xuhang.intake.Signals;
import tw.xuhang.intake.StoredInbox;
import tw.xuhang.intake.Triage;
import tw.xuhang.intake.TriageDesk;
import tw.xuhang.intake.http.Source;
import tw.xuhang.intake.http.SourceGate;
import tw.xuhang.intake.http.Sources;
import tw.xuhang.intake.store.DispositionModel;
import tw.xuhang.intake.store.IntakeFacts;
import tw.xuhang.intake.store.MariaSignals;
import tw.xuhang.integration.inbound.AlertmanagerFormat;
import tw.xuhang.integration.inbound.GenericFormat;
import tw.xuhang.integration.inbound.Subjects;
import tw.xuhang.integration.route.Entrances;
import tw.xuhang.integration.route.SignalRoutes;
import tw.xuhang.signal.Inbox;

/** The inbox and its ways in. */
@Factory
final class Intake {

    @Singleton
    Signals signals(Pools pools) {
        return new MariaSignals(pools.work());
    }

    @Singleton
    ReadModel dispositionModel() {
        return new DispositionModel();
    }

    @Singleton
    Dispositions dispositions(Journal journal) {
        return new Dispositions(journal, IntakeFacts.CODEC);
    }

    @Singleton
    @Bean(preDestroy = "close")
    TriageDesk triageDesk(
            Signals signals,
            Triage triage,
            Dispositions dispositions,
            InstantSource clock,
            NodeId node,
            @Value("${xuhang.intake.claim:30s}") Duration claim,
            @Value("${xuhang.intake.sweep:5s}") Duration sweep) {
        return new TriageDesk(
                signals, triage, dispositions, clock, new TriageDesk.Settings(node.value(), claim, sweep));
    }

    @Singleton
    Inbox inbox(Signals signals, TriageDesk desk) {
        return new StoredInbox(signals, desk);
    }

    @Singleton
    RoutesBuilder signalRoutes(Inbox inbox, InstantSource clock) {
        return new SignalRoutes(inbox, clock);
    }

    @Singleton
    Entrances entrances(ProducerTemplate camel) {
        return new Entrances(camel);
    }

    /** {@code alertmanager} and {@code generic} are always there; others, and these otherwise, by configuration. */
    @Singleton
    Sources sources(Collection<SourceSettings> configured) {
        List<Source> sources =
                new ArrayList<>(configured.stream().map(SourceSettings::source).toList());
        if (sources.stream().noneMatch(source -> source.name().equals("alertmanager"))) {
            sources.add(new Source("alertmanager", new AlertmanagerFormat(Subjects.NONE), List.of()));
        }
        if (sources.stream().noneMatch(source -> source.name().equals("generic"))) {
            sources.add(new Source("generic", new GenericFormat(), List.of()));
        }
        return new Sources(sources);
    }

    @Singleton
    SourceGate sourceGate(InstantSource clock) {
        return new SourceGate(clock);
    }

    /** The desk works once the service does: triage may need all of it. */
    @Singleton
    static final class Opening implements ApplicationEventListener<ServerStartupEvent> {
        private final TriageDesk desk;

        Opening(TriageDesk desk) {
            this.desk = desk;
        }

        @Override
        public void onApplicationEvent(ServerStartupEvent event) {
            desk.start();
        }
    }
}
