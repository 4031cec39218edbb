package tw.xuhang.wiring;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import tw.xuhang.directory.Directory;
import tw.xuhang.execution.Crew;
import tw.xuhang.execution.EarlierAttempts;
import tw.xuhang.execution.Engine;
import tw.xuhang.execution.RunStore;
import tw.xuhang.execution.store.KeptShelf;
import tw.xuhang.execution.store.RunRows;
import tw.xuhang.execution.store.StepLog;
import tw.xuhang.home.Home;
import tw.xuhang.incident.Incidents;
import tw.xuhang.integration.ansible.AnsibleHome;
import tw.xuhang.integration.ansible.AnsiblePlaybooks;
import tw.xuhang.integration.ansible.SecretValues;
import tw.xuhang.integration.probe.CommandProber;
import tw.xuhang.publication.Repertoire;
import tw.xuhang.runbook.port.PlaybookInspector;
import tw.xuhang.runbook.port.Playbooks;
import tw.xuhang.runbook.port.PostOffice;
import tw.xuhang.runbook.port.Prober;
import tw.xuhang.runbook.port.StepPort;
import tw.xuhang.step.AnsibleSteps;
import tw.xuhang.step.NotifySteps;
import tw.xuhang.step.ProbeSteps;
import tw.xuhang.step.RunbookSteps;
import tw.xuhang.step.TaskSteps;
import tw.xuhang.task.Tasks;
import tw.xuhang.watch.Lines;

/** The port of each kind of step; the bean's name is the word that opens the step in a runbook. */
@Factory
final class StepWork {

    @Singleton
    Prober prober() {
        return new CommandProber(System::nanoTime);
    }

    /** Every file of this installation that holds a secret: no playbook's output brings one into a log (E2). */
    @Singleton
    SecretValues secretValues(
            Home home,
            Collection<SourceSettings> sources,
            @Value("${xuhang.mail.credentials-file:}") String mailCredentials,
            @Value("${xuhang.snmp.community-file:}") String communities) {
        List<Path> places = new ArrayList<>(List.of(
                home.path().resolve("keys"),
                home.path().resolve("db/password"),
                home.path().resolve("administrator-password")));
        sources.forEach(source -> source.secretFile().ifPresent(places::add));
        Stream.of(mailCredentials, communities)
                .filter(file -> !file.isEmpty())
                .map(Path::of)
                .forEach(places::add);
        return new SecretValues(places);
    }

    @Singleton
    AnsibleHome ansibleHome(Home home, PlaybookFiles files, @Value("${xuhang.inventory:}") String inventory) {
        Path project = files.project();
        Path hosts = inventory.isEmpty() ? project.resolve("inventory/lab.yml") : Path.of(inventory);
        return AnsibleHome.of(project, hosts, home.path().resolve("ansible"));
    }

    @Singleton
    AnsiblePlaybooks playbooks(AnsibleHome home, SecretValues secrets) {
        return new AnsiblePlaybooks(home, secrets, System::nanoTime);
    }

    @Singleton
    @Named("ansible")
    StepPort ansibleSteps(
            Playbooks playbooks,
            PlaybookInspector inspector,
            Directory directory,
            StepLog log,
            InstantSource clock,
            Crew crew) {
        return new AnsibleSteps(playbooks, inspector, () -> directory, new KeptLog(log, clock, crew));
    }

    @Singleton
    @Named("probe")
    StepPort probeSteps(
            Prober prober, Directory directory, Lines lines, RunRows runs, KeptShelf shelf, InstantSource clock) {
        return new ProbeSteps(prober, new OfficeQuestions(directory, lines, runs, shelf), clock, Thread::sleep);
    }

    @Singleton
    @Named("notify")
    StepPort notifySteps(PostOffice post, Directory directory, InstantSource clock) {
        return new NotifySteps(post, () -> directory, clock, Thread::sleep);
    }

    @Singleton
    @Named("task")
    StepPort taskSteps(Tasks tasks, InstantSource clock) {
        return new TaskSteps(tasks, clock);
    }

    /** The engine is asked for late: it needs the ports. */
    @Singleton
    @Named("runbook")
    StepPort runbookSteps(Incidents incidents, Repertoire repertoire, RunStore store, BeanProvider<Engine> engine) {
        return new RunbookSteps(
                incidents,
                repertoire::find,
                attempt -> EarlierAttempts.openChild(store, attempt),
                run -> engine.get().take(run),
                (run, post) -> engine.get().post(run, post));
    }
}
