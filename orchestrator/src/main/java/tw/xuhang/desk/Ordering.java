package tw.xuhang.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import tw.xuhang.directory.Vendor;
import tw.xuhang.dispatch.Answers;
import tw.xuhang.dispatch.DispatchEntry;
import tw.xuhang.dispatch.DispatchOrder;
import tw.xuhang.web.view.Badge;
import tw.xuhang.web.view.Event;
import tw.xuhang.web.view.Fact;
import tw.xuhang.web.view.IncidentView;
import tw.xuhang.web.view.Status;
import tw.xuhang.web.view.VendorView;

/** What is shown of an order: to the vendor, and in the case. */
public final class Ordering {

    private final Look look;

    public Ordering(Look look) {
        this.look = look;
    }

    private Badge badge(DispatchOrder order) {
        Status status = switch (order.stage()) {
            case BLANK, NOT_SENT -> Status.IDLE;
            case SENT -> Status.WAITING;
            case ACKNOWLEDGED, ON_SITE -> Status.RUNNING;
            case DECLINED -> Status.FAILED;
            case FIXED -> Status.DONE;
            case CLOSED -> Status.SKIPPED;
        };
        return new Badge(status, look.word("order.stage", order.stage()));
    }

    public IncidentView.OrderRow row(DispatchOrder order) {
        DispatchEntry.Placed placed = order.placed().orElseThrow();
        String answer = order.answers().report().map(this::report).orElse("");
        return new IncidentView.OrderRow(
                order.key(),
                look.vendor(placed.vendor()),
                look.say(placed.ask()),
                badge(order),
                answer,
                order.answers().eta().orElse(null));
    }

    private String report(DispatchEntry.Reported report) {
        return report.whyNot().isEmpty()
                ? look.get("order.report", report.point(), report.section(), report.scope())
                : report.whyNot();
    }

    /** The page behind the vendor's link: this order and nothing else. */
    public VendorView page(DispatchOrder order, String contact, String action, String trouble) {
        DispatchEntry.Placed placed = order.placed().orElseThrow();
        Answers answers = order.answers();
        return new VendorView(
                action,
                Look.mode(placed.mode()),
                order.key(),
                look.say(look.directory().office().name()),
                look.vendor(placed.vendor()),
                look.say(placed.ask()),
                facts(placed),
                look.get(
                        "vendor.verify.text",
                        look.directory()
                                .vendor(placed.vendor())
                                .map(Vendor::verification)
                                .orElse("")),
                order.placedAt().map(at -> at.plus(placed.acknowledgeWithin())).orElse(null),
                badge(order),
                order.isOpen(),
                answers.acknowledgedAt().isPresent(),
                answers.arrivedAt().isPresent(),
                answers.eta().orElse(null),
                trouble,
                progress(answers, contact));
    }

    private List<Fact> facts(DispatchEntry.Placed placed) {
        var office = look.directory().office();
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(look.get("fact.circuit"), placed.circuit(), true));
        facts.add(new Fact(look.get("fact.place"), look.say(office.address())));
        facts.add(new Fact(look.get("fact.fault"), look.say(placed.fault())));
        facts.add(new Fact(look.get("fact.since"), look.words().full(placed.since())));
        facts.add(new Fact(look.get("fact.contact"), look.person(office.dutyContact()) + " " + office.dutyPhone()));
        look.directory()
                .vendor(placed.vendor())
                .ifPresent(vendor -> facts.add(new Fact(
                        look.get("fact.sla"),
                        look.get(
                                "fact.sla.text", look.words().about(vendor.sla().repair())))));
        facts.removeIf(fact -> fact.value().isBlank());
        return facts;
    }

    private List<Event> progress(Answers answers, String contact) {
        var events = new ArrayList<Event>();
        answers.fixedAt().ifPresent(at -> events.add(event(at, "order.stage.FIXED", contact)));
        answers.arrivedAt().ifPresent(at -> events.add(event(at, "order.stage.ON_SITE", contact)));
        answers.declinedAt().ifPresent(at -> events.add(event(at, "order.stage.DECLINED", contact)));
        answers.acknowledgedAt().ifPresent(at -> events.add(event(at, "order.stage.ACKNOWLEDGED", contact)));
        return events;
    }

    private Event event(Instant at, String key, String contact) {
        return new Event(at, Status.DONE, look.get(key), contact, "");
    }
}
