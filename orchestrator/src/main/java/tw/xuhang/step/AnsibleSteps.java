package tw.xuhang.step;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tw.xuhang.directory.CatalogueService;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Router;
import tw.xuhang.directory.Uplink;
import tw.xuhang.runbook.Conduct;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.PlaybookInspector;
import tw.xuhang.runbook.port.Playbooks;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.port.StepPort;

/** Runs the playbook that a step names, with what the directory knows about the uplinks it speaks of. */
public final class AnsibleSteps implements StepPort {

    private static final Duration TOTAL = Duration.ofMinutes(10);

    private final Playbooks playbooks;
    private final PlaybookInspector inspector;
    private final Supplier<Directory> directory;
    private final LogBook log;

    public AnsibleSteps(Playbooks playbooks, PlaybookInspector inspector, Supplier<Directory> directory, LogBook log) {
        this.playbooks = playbooks;
        this.inspector = inspector;
        this.directory = directory;
        this.log = log;
    }

    @Override
    public Report perform(Attempt attempt) throws InterruptedException {
        return ended(attempt, playbooks.run(order(attempt), line -> log.write(attempt, line)));
    }

    @Override
    public Report pretend(Attempt attempt) throws InterruptedException {
        Playbooks.Order order = order(attempt);
        return new Report.Ended(
                switch (inspector.inspect(order.playbook())) {
                    case PlaybookInspector.Inspection.Unreadable(String why) -> Outcome.failed(why);
                    case PlaybookInspector.Inspection.Hosts hosts
                    when hosts.all().isEmpty() -> Outcome.failed(order.playbook() + " names no machine");
                    case PlaybookInspector.Inspection.Hosts hosts
                    when !hosts.silent().isEmpty() ->
                        Outcome.failed(hosts.silent().entrySet().stream()
                                .map(host -> host.getKey() + ": " + host.getValue())
                                .collect(Collectors.joining("; ")));
                    case PlaybookInspector.Inspection.Hosts hosts ->
                        Outcome.pretended(order.playbook() + " " + String.join(" ", hosts.all()));
                });
    }

    @Override
    public Inquiry inquire(Attempt attempt) throws InterruptedException {
        return playbooks.inquire(attempt.id().ident());
    }

    @Override
    public Inquiry inquireElsewhere(Attempt attempt) {
        return new Inquiry.Unknown("another node began it, and only its own home can tell what became of it");
    }

    @Override
    public Report attach(Attempt attempt) throws InterruptedException {
        return ended(attempt, playbooks.attach(order(attempt), line -> log.write(attempt, line)));
    }

    @Override
    public void abort(Attempt attempt) throws InterruptedException {
        playbooks.abort(attempt.id().ident());
    }

    private static Report ended(Attempt attempt, Outcome outcome) {
        if (attempt.conduct() != Conduct.CHECK || !(outcome instanceof Outcome.Succeeded)) {
            return new Report.Ended(outcome);
        }
        var facts = new HashMap<>(outcome.facts());
        facts.put(Outcome.CHECKED, ((Step.Ansible) attempt.step()).playbook());
        return new Report.Ended(new Outcome.Succeeded(facts));
    }

    private Playbooks.Order order(Attempt attempt) {
        var step = (Step.Ansible) attempt.step();
        Duration total = step.frame().timeout().orElse(TOTAL);
        return new Playbooks.Order(
                attempt.id().ident(),
                step.playbook(),
                variables(attempt, step),
                step.idle().orElse(total),
                total,
                attempt.conduct() == Conduct.CHECK);
    }

    private Map<String, Object> variables(Attempt attempt, Step.Ansible step) {
        var variables = new HashMap<String, Object>();
        Directory office = directory.get();
        for (var given : step.with().entrySet()) {
            String value = attempt.resolve(given.getValue());
            variables.put(
                    given.getKey(),
                    office.uplink(value).<Object>map(AnsibleSteps::uplink).orElse(value));
        }
        variables.put("enter", enter(office, attempt, step));
        Optional.ofNullable(step.with().get("to"))
                .map(attempt::resolve)
                .flatMap(office::uplink)
                .ifPresent(to -> line(office, to).forEach(variables::putIfAbsent));
        return variables;
    }

    private static Map<String, Object> uplink(Uplink uplink) {
        return Map.of("name", uplink.key(), "interface", uplink.device(), "gateway", uplink.gateway());
    }

    /** What a playbook that moves the office onto this line has to know; what the step itself says goes before. */
    private static Map<String, Object> line(Directory office, Uplink to) {
        return Map.of(
                "verify",
                to.verify(),
                "core",
                core(office, to),
                "line_mbit",
                to.capacity().mbit(),
                "core_mbit",
                to.capacity().coreMbit(),
                "rest_mbit",
                to.capacity().restMbit());
    }

    /** Where the traffic of the core services goes that can be reached over this line. */
    private static List<Map<String, Object>> core(Directory office, Uplink to) {
        return office.services().stream()
                .filter(CatalogueService::core)
                .filter(service -> service.reachableOver().contains(to.key()))
                .flatMap(service -> service.destination().stream())
                .map(at -> Map.<String, Object>of("to", at.ipv4() + "/32", "port", at.port()))
                .distinct()
                .toList();
    }

    /** The way into the router that the step's uplinks end at. */
    private static List<String> enter(Directory office, Attempt attempt, Step.Ansible step) {
        return step.with().values().stream()
                .map(attempt::resolve)
                .flatMap(value -> office.uplink(value).stream())
                .flatMap(uplink -> office.router(uplink.router()).stream())
                .map(Router::enter)
                .findFirst()
                .orElse(List.of());
    }
}
