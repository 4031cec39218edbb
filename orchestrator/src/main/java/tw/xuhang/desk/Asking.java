package tw.xuhang.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.xuhang.consent.Basis;
import tw.xuhang.consent.ConsentRequest;
import tw.xuhang.consent.Ground;
import tw.xuhang.consent.Phase;
import tw.xuhang.consent.SilenceLadder;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step.Consent.Act;
import tw.xuhang.web.view.Badge;
import tw.xuhang.web.view.ConsentView;
import tw.xuhang.web.view.DeclarationView;
import tw.xuhang.web.view.Fact;
import tw.xuhang.web.view.IncidentView;
import tw.xuhang.web.view.OutageClock;
import tw.xuhang.web.view.Status;

/** What is shown of a request for consent: to the CISO, to the leader, in a list. */
public final class Asking {

    private final Look look;

    public Asking(Look look) {
        this.look = look;
    }

    public static Status status(Phase phase) {
        return switch (phase) {
            case BLANK, AWAITS_LIMIT -> Status.IDLE;
            case PREPARED, REQUESTED, GRANTED -> Status.WAITING;
            case DECLARED -> Status.DONE;
            case REFUSED -> Status.FAILED;
            case WITHDRAWN -> Status.SKIPPED;
        };
    }

    public Badge badge(ConsentRequest request) {
        return new Badge(status(request.phase()), look.word("consent.phase", request.phase()));
    }

    public IncidentView.ConsentRow row(ConsentRequest request) {
        String line = request.request()
                .map(asked -> look.get(
                        "consent.asked", look.person(asked.by()), look.words().near(asked.at(), look.now())))
                .orElse(look.get(actKey(request)));
        String spoken = request.decision().map(this::confirmed).orElse("");
        return new IncidentView.ConsentRow(request.key(), badge(request), line + spoken, "/consents/" + request.key());
    }

    /**
     * The page for whom the decision is.
     *
     * @param person whose link or session it is
     * @param trouble why the last attempt did not count, or empty
     */
    public ConsentView page(ConsentRequest request, String person, String action, String trouble, String typedReason) {
        ConsentView.State state = state(request, person);
        Optional<ConsentRequest.Decision> decision = request.decision();
        return new ConsentView(
                action,
                request.incident(),
                Look.mode(request.opened().orElseThrow().mode()),
                state,
                look.get("consent.headline", look.get(actKey(request))),
                look.get(actKey(request) + ".sentence"),
                state == ConsentView.State.OPEN ? clocks(request.basis()) : List.of(),
                facts(request),
                effects(request),
                List.of(look.get("consent.otherwise.1"), look.get("consent.otherwise.2")),
                request.request().map(asked -> look.person(asked.by())).orElse(""),
                request.request().map(ConsentRequest.Request::at).orElse(look.now()),
                request.version(),
                look.directory().office().dutyPhone(),
                decision.map(this::decided).orElse(""),
                instant(decision.map(ConsentRequest.Decision::at)),
                trouble,
                typedReason,
                true,
                List.of());
    }

    private static ConsentView.State state(ConsentRequest request, String person) {
        boolean ratify = request.decision()
                .filter(ConsentRequest.Decision::awaitsRatification)
                .filter(decision -> decision.by().equals(person))
                .isPresent();
        if (ratify) {
            return ConsentView.State.RATIFY;
        }
        return switch (request.phase()) {
            case BLANK, AWAITS_LIMIT, PREPARED -> ConsentView.State.NOT_YET;
            case REQUESTED -> ConsentView.State.OPEN;
            case GRANTED, DECLARED -> ConsentView.State.GRANTED;
            case REFUSED -> ConsentView.State.REFUSED;
            case WITHDRAWN -> ConsentView.State.OVER;
        };
    }

    String decided(ConsentRequest.Decision decision) {
        String way = decision.call().isPresent() ? "consent.decided.phone" : "consent.decided.link";
        String note = decision.note().isEmpty() ? "" : " — " + decision.note();
        return look.get(way, look.person(decision.by())) + note + confirmed(decision);
    }

    /** How a spoken decision stands: it counts all the while, and whether it was confirmed in time is never hidden (C5). */
    private String confirmed(ConsentRequest.Decision decision) {
        if (decision.call().isEmpty()) {
            return "";
        }
        Instant due = decision.at().plus(SilenceLadder.RATIFY_WITHIN);
        String late = decision.overdue()
                ? look.get("consent.spoken.overdue", look.words().full(due))
                : "";
        return decision.ratifiedAt()
                        .map(at -> look.get(
                                "consent.spoken.confirmed", look.words().full(at)))
                        .orElseGet(() -> decision.overdue()
                                ? ""
                                : look.get("consent.spoken.awaits", look.words().full(due)))
                + late;
    }

    /** The leader's page of a case in which nothing was asked yet. */
    public DeclarationView leader(String incident, Mode mode, String trouble) {
        return new DeclarationView(
                incident,
                "",
                Look.mode(mode),
                new Badge(Status.IDLE, look.get("declaration.none")),
                DeclarationView.Act.ASK,
                0,
                look.get("act.declare.leader"),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                trouble,
                List.of());
    }

    /**
     * The leader's page; {@code request} is the one that matters now.
     *
     * @param open whether the case is, so that something may be asked anew where nothing waits
     */
    public DeclarationView leader(String incident, ConsentRequest request, boolean open, String trouble) {
        DeclarationView.Act due = act(request);
        var facts = new ArrayList<>(facts(request));
        request.decision().ifPresent(decision -> facts.add(new Fact(look.get("fact.decision"), decided(decision))));
        DeclarationView.Act act = open && due == DeclarationView.Act.NONE ? DeclarationView.Act.ASK : due;
        List<DeclarationView.Choice> grounds = grounds(request).stream()
                .map(ground -> new DeclarationView.Choice(ground.name(), look.word("ground", ground)))
                .toList();
        return new DeclarationView(
                incident,
                request.key(),
                Look.mode(request.opened().orElseThrow().mode()),
                badge(request),
                act,
                request.version(),
                look.get(actKey(request) + ".leader"),
                clocks(request.basis()),
                facts,
                effects(request),
                grounds,
                trouble,
                List.of());
    }

    private static DeclarationView.Act act(ConsentRequest request) {
        return switch (request.phase()) {
            case AWAITS_LIMIT, PREPARED -> DeclarationView.Act.REQUEST;
            case REQUESTED -> DeclarationView.Act.WAIT;
            case GRANTED -> request.act() == Act.DECLARE ? DeclarationView.Act.DECLARE : DeclarationView.Act.STAND_DOWN;
            case BLANK, REFUSED, DECLARED, WITHDRAWN -> DeclarationView.Act.NONE;
        };
    }

    private List<Ground> grounds(ConsentRequest request) {
        if (request.act() == Act.STAND_DOWN) {
            return List.of(Ground.OVER);
        }
        return request.basis().limitReached(look.now())
                ? List.of(Ground.LIMIT_REACHED, Ground.PLAN_CONDITION)
                : List.of(Ground.PLAN_CONDITION);
    }

    List<OutageClock> clocks(Basis basis) {
        return basis.services().stream().map(this::clock).toList();
    }

    private OutageClock clock(Basis.Away away) {
        boolean core = look.directory()
                .service(away.service())
                .map(found -> found.core())
                .orElse(false);
        List<OutageClock.Mark> marks = List.of(
                new OutageClock.Mark(look.get("mark.limit"), away.limit()),
                new OutageClock.Mark(look.get("mark.mtpd"), away.mtpd()));
        return new OutageClock(look.service(away.service()), "", core, away.since(), null, marks);
    }

    List<Fact> facts(ConsentRequest request) {
        var facts = new ArrayList<Fact>();
        facts.add(new Fact(look.get("fact.incident"), request.incident()));
        facts.add(new Fact(look.get("fact.request"), request.key()));
        for (Basis.Away away : request.basis().services()) {
            facts.add(new Fact(
                    look.service(away.service()),
                    look.get(
                            "fact.away",
                            look.words().full(away.since()),
                            look.words().about(away.limit()),
                            look.words().about(away.mtpd())),
                    true));
        }
        request.request().ifPresent(asked -> {
            facts.add(new Fact(look.get("fact.ground"), look.word("ground", asked.ground())));
            if (!asked.note().isEmpty()) {
                facts.add(new Fact(look.get("fact.note"), asked.note()));
            }
        });
        return facts;
    }

    List<String> effects(ConsentRequest request) {
        return request.opened().stream()
                .flatMap(opened -> opened.effects().stream())
                .map(look::say)
                .toList();
    }

    static String actKey(ConsentRequest request) {
        return request.act() == Act.DECLARE ? "act.declare" : "act.standdown";
    }

    private static @Nullable Instant instant(Optional<Instant> at) {
        return at.orElse(null);
    }
}
