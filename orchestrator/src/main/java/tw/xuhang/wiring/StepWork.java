package tw.xuhang.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import tw.xuhang.directory.Directory;
import tw.xuhang.execution.store.KeptShelf;
import tw.xuhang.execution.store.RunRows;
import tw.xuhang.execution.store.StepLog;
import tw.xuhang.home.Home;
import tw.xuhang.integration.ansible.AnsibleHome;
import tw.xuhang.integration.ansible.AnsiblePlaybooks;
import tw.xuhang.integration.probe.CommandProber;
import tw.xuhang.runbook.port.Playbooks;
import tw.xuhang.runbook.port.PostOffice;
import tw.xuhang.runbook.port.Prober;
import tw.xuhang.runbook.port.StepPort;
import tw.xuhang.step.AnsibleSteps;
import tw.xuhang.step.NotifySteps;
import tw.xuhang.step.ProbeSteps;
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

    @Singleton
    Playbooks playbooks(Home home, PlaybookFiles files, @Value("${xuhang.inventory:}") String inventory) {
        Path project = files.project();
        Path hosts = inventory.isEmpty() ? project.resolve("inventory/lab.yml") : Path.of(inventory);
        Path work = home.path().resolve("ansible");
        return new AnsiblePlaybooks(AnsibleHome.of(project, hosts, work), text -> text, System::nanoTime);
    }

    @Singleton
    @Named("ansible")
    StepPort ansibleSteps(Playbooks playbooks, Directory directory, StepLog log, InstantSource clock) {
        return new AnsibleSteps(playbooks, () -> directory, new KeptLog(log, clock));
    }

    @Singleton
    @Named("probe")
    StepPort probeSteps(
            Prober prober, Directory directory, Lines lines, RunRows runs, KeptShelf shelf, InstantSource clock) {
        return new ProbeSteps(prober, new OfficeQuestions(directory, lines, runs, shelf), clock);
    }

    @Singleton
    @Named("notify")
    StepPort notifySteps(PostOffice post, Directory directory) {
        return new NotifySteps(post, () -> directory);
    }

    @Singleton
    @Named("task")
    StepPort taskSteps(Tasks tasks, InstantSource clock) {
        return new TaskSteps(tasks, clock);
    }
}
