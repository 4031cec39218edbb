package tw.xuhang.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.SampleOffice;
import tw.xuhang.directory.store.Loaded;
import tw.xuhang.directory.store.OfficeFolder;
import tw.xuhang.runbook.Conduct;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.PlaybookInspector;
import tw.xuhang.runbook.port.Playbooks;
import tw.xuhang.runbook.port.Report;

/** What a playbook is told about the office. */
class AnsibleStepsTest {

    private static final Map<String, String> TO_BACKUP = Map.of("from", "$main", "to", "$backup");
    private static final PlaybookInspector.Inspection READY =
            new PlaybookInspector.Inspection.Hosts(List.of("router"), Map.of());

    @Test
    void theSampleOfficeSaysTheLabsValues() throws Exception {
        assertThat(told(SampleOffice.directory(), TO_BACKUP))
                .containsEntry("verify", "203.0.113.10")
                .containsEntry("line_mbit", 10)
                .containsEntry("core_mbit", 8)
                .containsEntry("rest_mbit", 2)
                .containsEntry(
                        "core",
                        List.of(
                                Map.of("to", "203.0.113.10/32", "port", 8081),
                                Map.of("to", "203.0.113.10/32", "port", 8082)));
    }

    @Test
    void anotherOfficesFailoverIsProvedAndShapedByItsOwnFigures(@TempDir Path folder) throws Exception {
        Directory office = office(
                folder,
                text -> text.replace("icmp: 203.0.113.10", "icmp: 198.51.100.7")
                        .replace("    mbit: 10\n    core mbit: 8\n", "    mbit: 300\n")
                        .replace("http://203.0.113.10:8081/", "https://198.51.100.20/")
                        .replace("http://203.0.113.10:8082/", "http://treasury.office.test/"));
        assertThat(told(office, TO_BACKUP))
                .containsEntry("verify", "198.51.100.7")
                .containsEntry("line_mbit", 300)
                .containsEntry("core_mbit", 240)
                .containsEntry("rest_mbit", 60)
                .containsEntry("core", List.of(Map.of("to", "198.51.100.20/32", "port", 443)));
    }

    @Test
    void whatNeitherOfficeNorWatchNamesByAddressIsProvedAtTheNextHop(@TempDir Path folder) throws Exception {
        Directory office = office(
                folder,
                text -> text.replace("icmp: 203.0.113.10", "icmp: probe.carrier.test")
                        .replace("    mbit: 10\n    core mbit: 8\n", ""));
        assertThat(told(office, TO_BACKUP)).containsEntry("verify", "10.2.0.2").containsEntry("line_mbit", 100);
        Directory named = office(
                folder,
                text -> text.replace("icmp: probe", "icmp: other")
                        .replace("    router: office-router", "    router: office-router\n    verify: 198.51.100.9"));
        assertThat(told(named, TO_BACKUP)).containsEntry("verify", "198.51.100.9");
    }

    @Test
    void whatTheStepSaysGoesBeforeWhatIsOnFile() throws Exception {
        assertThat(told(SampleOffice.directory(), Map.of("from", "$main", "to", "$backup", "verify", "198.51.100.1")))
                .containsEntry("verify", "198.51.100.1");
    }

    @Test
    void noPlaybookHoldsAnAddressOfTheLab() throws IOException {
        try (var files = Files.walk(Path.of("../runbooks/playbooks"))) {
            assertThat(files.filter(file ->
                            file.toString().endsWith(".yml") && !file.toString().contains("inventory")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("203.0.113."));
        }
    }

    @Test
    void aDrillOnlyChecksWhereTheRunbookSaysSoAndSaysItItself() throws InterruptedException {
        var desk = new Told();
        Report report =
                steps(desk, READY).perform(drilled(Frame.named("switch-route").withInDrill(Conduct.CHECK)));
        assertThat(desk.orders).singleElement().matches(Playbooks.Order::check);
        assertThat(((Report.Ended) report).outcome().facts()).containsKey(Outcome.CHECKED);
    }

    @Test
    void whatIsPretendedRunsNothingAndNamesWhatItWouldReach() throws InterruptedException {
        var desk = new Told();
        Report report = steps(desk, READY).pretend(drilled(Frame.named("switch-route")));
        assertThat(desk.orders).isEmpty();
        assertThat(((Report.Ended) report).outcome()).isEqualTo(Outcome.pretended("failover-route.yml router"));
    }

    @Test
    void aPlaybookThatCouldNotRunIsNotPretended() throws InterruptedException {
        for (PlaybookInspector.Inspection seen : List.of(
                new PlaybookInspector.Inspection.Unreadable("a tab in line 3"),
                new PlaybookInspector.Inspection.Hosts(List.of(), Map.of()),
                new PlaybookInspector.Inspection.Hosts(List.of("router"), Map.of("router", "no route to host")))) {
            Report report = steps(new Told(), seen).pretend(drilled(Frame.named("switch-route")));
            assertThat(((Report.Ended) report).outcome()).isInstanceOf(Outcome.Failed.class);
        }
    }

    private static AnsibleSteps steps(Playbooks desk, PlaybookInspector.Inspection seen) {
        return new AnsibleSteps(desk, playbook -> seen, SampleOffice::directory, (attempt, line) -> {});
    }

    private static Attempt drilled(Frame frame) {
        return attempt(new Step.Ansible(frame, "failover-route.yml", TO_BACKUP, Optional.empty()), Mode.DRILL);
    }

    private static Attempt attempt(Step step, Mode mode) {
        return new Attempt(
                new AttemptId("run/2026-0001.1", 1),
                "2026-0001.1",
                "2026-0001",
                step,
                1,
                Map.of("main", "main", "backup", "backup"),
                mode);
    }

    private static Directory office(Path folder, UnaryOperator<String> change) throws IOException {
        if (Files.notExists(folder.resolve("uplinks.yaml"))) {
            OfficeFolder.writeSample(folder);
        }
        for (String name : List.of("uplinks.yaml", "services.yaml")) {
            Path file = folder.resolve(name);
            Files.writeString(file, change.apply(Files.readString(file)));
        }
        return switch (OfficeFolder.read(folder, Map.of("lab", "xh"))) {
            case Loaded.Read read -> read.directory();
            case Loaded.Refused refused -> throw new AssertionError(refused.text());
        };
    }

    private static Map<String, Object> told(Directory office, Map<String, String> with) throws InterruptedException {
        var desk = new Told();
        var step = new Step.Ansible(Frame.named("switch-route"), "failover-route.yml", with, Optional.empty());
        new AnsibleSteps(desk, _ -> READY, () -> office, (attempt, line) -> {}).perform(attempt(step, Mode.LIVE));
        return desk.orders.getFirst().variables();
    }

    /** Keeps what it was asked to run. */
    private static final class Told implements Playbooks {
        private final List<Order> orders = new ArrayList<>();

        @Override
        public Outcome run(Order order, Consumer<Event> log) {
            orders.add(order);
            return Outcome.succeeded();
        }

        @Override
        public Inquiry inquire(String ident) {
            return new Inquiry.NeverStarted();
        }

        @Override
        public Outcome attach(Order order, Consumer<Event> log) {
            throw new AssertionError("nothing is attached to here");
        }

        @Override
        public void abort(String ident) {}
    }
}
