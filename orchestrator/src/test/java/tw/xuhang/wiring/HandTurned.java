package tw.xuhang.wiring;

import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import tw.xuhang.directory.Directory;
import tw.xuhang.due.InMemoryAgenda;
import tw.xuhang.execution.Engine;
import tw.xuhang.execution.HandCrew;
import tw.xuhang.execution.store.Nodes;
import tw.xuhang.intake.ByHand;
import tw.xuhang.intake.Signals;
import tw.xuhang.intake.TriageDesk;
import tw.xuhang.watch.Glance;
import tw.xuhang.watch.LineWatching;
import tw.xuhang.watch.ServiceWatching;

/** Does by hand what {@link Heartbeat} leaves to threads. */
@Singleton
@Requires(env = "hand-turned")
public final class HandTurned {

    private final Nodes nodes;
    private final Signals signals;
    private final TriageDesk triage;
    private final Engine engine;
    private final HandCrew crew;
    private final InMemoryAgenda agenda;
    private final DueThings due;
    private final LineWatching lines;
    private final ServiceWatching services;
    private final Directory office;
    private final InstantSource clock;
    private boolean begun;

    HandTurned(
            Nodes nodes,
            Signals signals,
            TriageDesk triage,
            Engine engine,
            HandCrew crew,
            InMemoryAgenda agenda,
            DueThings due,
            LineWatching lines,
            ServiceWatching services,
            Directory office,
            InstantSource clock) {
        this.nodes = nodes;
        this.signals = signals;
        this.triage = triage;
        this.engine = engine;
        this.crew = crew;
        this.agenda = agenda;
        this.due = due;
        this.lines = lines;
        this.services = services;
        this.office = office;
        this.clock = clock;
    }

    /** Everything that there is to do at this moment of the set clock. */
    public void round() throws InterruptedException {
        begin();
        nodes.beat();
        lookAround();
        crew.workAll();
        agenda.tick();
        crew.workAll();
        engine.takeOver();
        engine.readMail();
        crew.workAll();
    }

    private void begin() {
        if (!begun) {
            agenda.open(due.looks());
            due.begin();
            signals.release(nodes.node(), clock.instant());
            begun = true;
        }
    }

    /** What goes on also while a step lets time pass. */
    void lookAround() throws InterruptedException {
        Glance.at(office, lines, services);
        ByHand.work(triage);
    }
}
