package tw.xuhang.wiring;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import tw.xuhang.database.Pools;
import tw.xuhang.due.Agenda;
import tw.xuhang.due.store.DatabaseAgenda;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.Journal;
import tw.xuhang.evidence.JournalListener;
import tw.xuhang.evidence.store.Ledger;
import tw.xuhang.evidence.store.Reaction;
import tw.xuhang.evidence.store.ReadModel;
import tw.xuhang.execution.Crew;
import tw.xuhang.execution.Engine;
import tw.xuhang.execution.RunStore;
import tw.xuhang.execution.StepPorts;
import tw.xuhang.execution.Watchdog;
import tw.xuhang.execution.store.ChildAnswers;
import tw.xuhang.execution.store.KeptShelf;
import tw.xuhang.execution.store.MariaRunStore;
import tw.xuhang.execution.store.Nodes;
import tw.xuhang.execution.store.OnDuty;
import tw.xuhang.execution.store.RunFacts;
import tw.xuhang.execution.store.RunModel;
import tw.xuhang.execution.store.Versions;
import tw.xuhang.home.Home;
import tw.xuhang.incident.Incidents;
import tw.xuhang.outage.Outages;
import tw.xuhang.runbook.port.StepPort;
import tw.xuhang.runbook.run.RunEntry;

/** The engine and what it stands on. */
@Factory
final class Execution {

    private static final Set<String> ANSWERS = Set.of("consent", "dispatch", "task");

    @Singleton
    NodeId nodeId(Home home) {
        return NodeId.of(home);
    }

    @Singleton
    EntryCodec<RunEntry> runFacts() {
        return RunFacts.codec();
    }

    @Singleton
    ReadModel runModel(EntryCodec<RunEntry> codec) {
        return new RunModel(codec);
    }

    @Singleton
    Reaction onDuty(NodeId node) {
        return new OnDuty(node.value());
    }

    @Singleton
    Reaction childAnswers(EntryCodec<RunEntry> codec) {
        return new ChildAnswers(codec);
    }

    @Singleton
    Nodes nodes(Pools pools, NodeId node, InstantSource clock) {
        return new Nodes(pools.reading(), node.value(), clock, System::nanoTime);
    }

    @Singleton
    MariaRunStore runStore(
            Pools pools, Ledger ledger, Journal journal, EntryCodec<RunEntry> codec, NodeId node, InstantSource clock) {
        return new MariaRunStore(pools.work(), pools.reading(), ledger, journal, codec, node.value(), clock);
    }

    @Singleton
    KeptShelf shelf(Versions versions, InstantSource clock) {
        return new KeptShelf(versions, clock);
    }

    @Singleton
    @Bean(preDestroy = "close")
    VirtualCrew crew() {
        return new VirtualCrew();
    }

    @Singleton
    StepPorts stepPorts(Map<String, StepPort> ports) {
        return new StepPorts(new HashMap<>(ports));
    }

    /** On the connections that commit by themselves: a row of it belongs to no transaction of ours. */
    @Singleton
    @Bean(preDestroy = "close")
    DatabaseAgenda agenda(Pools pools, NodeId node, InstantSource clock) {
        return new DatabaseAgenda(pools.reading(), node.value(), clock);
    }

    @Singleton
    Engine engine(
            RunStore store,
            KeptShelf shelf,
            StepPorts ports,
            Nodes lease,
            Crew crew,
            Agenda agenda,
            Incidents incidents,
            Outages outages,
            InstantSource clock) {
        var sight = new CaseSight(incidents, outages, clock);
        return new Engine(store, shelf, ports, lease, crew, agenda, sight, clock);
    }

    /** {@code xuhang_runs_stuck}: anything but 0 is a fault of ours or of the database. */
    @Singleton
    Watchdog watchdog(Engine engine, MeterRegistry meters) {
        var watchdog = new Watchdog(engine);
        Gauge.builder("xuhang.runs.stuck", watchdog, dog -> dog.findings().size())
                .description("runs that neither go on nor wait for anything by name (R4)")
                .register(meters);
        return watchdog;
    }

    /** A run that has ended answers the one that began it, and calls off those that it began. */
    private static boolean answers(Entry entry) {
        return ANSWERS.contains(entry.stream().kind()) || entry.type().equals("run.ended");
    }

    /** Answers reach the run that waits at once, and not only with the next look. */
    @Singleton
    JournalListener nudging(BeanProvider<Engine> engine) {
        return entries -> entries.stream()
                .filter(Execution::answers)
                .map(Entry::incident)
                .distinct()
                .forEach(incident -> engine.get().nudgeCase(incident));
    }
}
