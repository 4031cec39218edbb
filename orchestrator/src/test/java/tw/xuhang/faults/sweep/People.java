package tw.xuhang.faults.sweep;

import io.micronaut.context.ApplicationContext;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tw.xuhang.casebook.Casebook;
import tw.xuhang.casebook.Page;
import tw.xuhang.consent.ConsentRequest;
import tw.xuhang.consent.Consents;
import tw.xuhang.consent.Ground;
import tw.xuhang.consent.OpenRequests;
import tw.xuhang.dispatch.Answerer;
import tw.xuhang.dispatch.DispatchOrder;
import tw.xuhang.dispatch.Dispatches;
import tw.xuhang.evidence.Actor;
import tw.xuhang.runbook.Step;
import tw.xuhang.task.TaskEntry;
import tw.xuhang.task.Tasks;

/** Leader, CISO, those with tasks, and the vendors. Each acts on what was said to them, and again where it failed. */
final class People {

    private static final Page.Cut ALL = new Page.Cut("", Page.LARGEST);
    private static final Answerer ENGINEER = Answerer.byLink("值班工程師");

    private final Town town;
    private final InstantSource clock;
    private final Consents consents;
    private final OpenRequests requests;
    private final Tasks tasks;
    private final Dispatches dispatches;
    private final Casebook casebook;

    People(Town town, ApplicationContext service) {
        this.town = town;
        this.clock = service.getBean(InstantSource.class);
        this.consents = service.getBean(Consents.class);
        this.requests = service.getBean(OpenRequests.class);
        this.tasks = service.getBean(Tasks.class);
        this.dispatches = service.getBean(Dispatches.class);
        this.casebook = service.getBean(Casebook.class);
    }

    void act() {
        requests.open().forEach(key -> decide(consents.get(key)));
        casebook.tasks("", Casebook.Standing.OPEN, ALL).items().forEach(line -> fillIn(line.id()));
        casebook.orders("", Casebook.Standing.OPEN, ALL).items().forEach(key -> repair(dispatches.get(key)));
    }

    private void decide(ConsentRequest request) {
        String key = request.key();
        int version = request.version();
        switch (request.phase()) {
            case PREPARED ->
                consents.request(
                        key,
                        "leader",
                        version,
                        request.act() == Step.Consent.Act.DECLARE ? Ground.LIMIT_REACHED : Ground.OVER,
                        "");
            case REQUESTED -> {
                String act = request.act() == Step.Consent.Act.DECLARE ? "啟動" : "解除";
                if (town.hasLetter("ciso@office.test 請決定是否同意" + act)) {
                    consents.grant(key, "ciso", version, "");
                }
            }
            case GRANTED -> consents.declare(key, "leader", version, "宣布");
            default -> {}
        }
    }

    private void fillIn(String id) {
        TaskEntry.Opened opened = tasks.read(id).opened().orElseThrow();
        Map<String, String> fields =
                opened.record().keySet().stream().collect(Collectors.toMap(field -> field, field -> "光纖遭挖斷"));
        var ended = new TaskEntry.Ended(TaskEntry.Ending.DONE, "", fields, clock.instant(), "server-room");
        tasks.end(id, ended, Actor.person("server-room"));
    }

    /** The lessor mends its cable once the office has declared; the maintainer finds nothing of its own. */
    private void repair(DispatchOrder order) {
        boolean lessor = order.placed().orElseThrow().vendor().equals("line-lessor");
        if (!town.hasLetter(lessor ? "faults@lessor.test" : "noc@maintainer.test")) {
            return;
        }
        if (order.answers().acknowledgedAt().isEmpty()) {
            dispatches.acknowledge(order.key(), ENGINEER);
        } else if (declared(order.incident())) {
            if (lessor) {
                town.mend();
            }
            dispatches.fixed(order.key(), ENGINEER, "熔接完成");
        }
    }

    private boolean declared(String incident) {
        List<ConsentRequest> all =
                requests.of(incident).stream().map(consents::get).toList();
        return all.stream().anyMatch(request -> request.declaration().isPresent());
    }
}
