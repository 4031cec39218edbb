package tw.xuhang.step;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tw.xuhang.directory.CatalogueService;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Router;
import tw.xuhang.directory.Uplink;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Playbooks;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.port.StepPort;

/** Runs the playbook that a step names, with what the directory knows about the uplinks it speaks of. */
public final class AnsibleSteps implements StepPort {

    private static final Duration TOTAL = Duration.ofMinutes(10);

    private final Playbooks playbooks;
    private final Supplier<Directory> directory;
    private final LogBook log;

    public AnsibleSteps(Playbooks playbooks, Supplier<Directory> directory, LogBook log) {
        this.playbooks = playbooks;
        this.directory = directory;
        this.log = log;
    }

    @Override
    public Report perform(Attempt attempt) throws InterruptedException {
        return new Report.Ended(playbooks.run(order(attempt), line -> log.write(attempt, line)));
    }

    @Override
    public Inquiry inquire(Attempt attempt) throws InterruptedException {
        return playbooks.inquire(attempt.id().ident());
    }

    @Override
    public Report attach(Attempt attempt) throws InterruptedException {
        return new Report.Ended(playbooks.attach(order(attempt), line -> log.write(attempt, line)));
    }

    @Override
    public void abort(Attempt attempt) throws InterruptedException {
        playbooks.abort(attempt.id().ident());
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
                attempt.mode() != Mode.LIVE);
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
