package tw.xuhang.wiring;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Replaces;
import io.micronaut.context.annotation.Requires;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import tw.xuhang.directory.Directory;
import tw.xuhang.due.InMemoryAgenda;
import tw.xuhang.due.store.DatabaseAgenda;
import tw.xuhang.evidence.StandingClock;
import tw.xuhang.execution.HandCrew;
import tw.xuhang.execution.StepPorts;
import tw.xuhang.execution.store.KeptShelf;
import tw.xuhang.execution.store.RunRows;
import tw.xuhang.faults.sweep.Strike;
import tw.xuhang.faults.sweep.Town;
import tw.xuhang.runbook.port.PlaybookInspector;
import tw.xuhang.runbook.port.PostOffice;
import tw.xuhang.runbook.port.Prober;
import tw.xuhang.runbook.port.StepPort;
import tw.xuhang.step.AnsibleSteps;
import tw.xuhang.step.NotifySteps;
import tw.xuhang.step.Pause;
import tw.xuhang.step.ProbeSteps;
import tw.xuhang.watch.Lines;

/** The service as it is wired, but for its clock, its threads and what is outside of it. */
@Factory
@Requires(env = "hand-turned")
final class HandWired {

    @Singleton
    @Primary
    @Replaces(value = InstantSource.class, factory = Basics.class)
    InstantSource clock(StandingClock clock) {
        return clock;
    }

    @Singleton
    @Replaces(value = VirtualCrew.class, factory = Execution.class)
    HandCrew crew() {
        return new HandCrew(0);
    }

    @Singleton
    @Replaces(value = DatabaseAgenda.class, factory = Execution.class)
    InMemoryAgenda agenda(InstantSource clock) {
        return new InMemoryAgenda(clock);
    }

    @Singleton
    @Replaces(value = Prober.class, factory = StepWork.class)
    Prober prober(Town town) {
        return town.eyes();
    }

    @Singleton
    @Replaces(value = PostOffice.class, factory = Mail.class)
    PostOffice postOffice(Town town, Strike strike) {
        return town.post(strike);
    }

    @Singleton
    @Replaces(value = StepPorts.class, factory = Execution.class)
    StepPorts ports(
            Map<String, StepPort> wired,
            PlaybookInspector inspector,
            Town town,
            Strike strike,
            Directory directory,
            OfficeQuestions questions,
            StandingClock clock,
            BeanProvider<HandTurned> others) {
        var ports = new HashMap<>(wired);
        ports.put(
                "ansible", new AnsibleSteps(town.playbooks(strike), inspector, () -> directory, (attempt, line) -> {}));
        Pause pause = span -> {
            clock.advance(span);
            others.get().lookAround();
        };
        ports.put("probe", new ProbeSteps(town.eyes(), questions, clock, pause));
        ports.put("notify", new NotifySteps(town.post(strike), () -> directory, clock, pause));
        return new StepPorts(ports);
    }

    @Singleton
    OfficeQuestions questions(Directory directory, Lines lines, RunRows runs, KeptShelf shelf) {
        return new OfficeQuestions(directory, lines, runs, shelf);
    }
}
