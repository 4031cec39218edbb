package tw.xuhang.desk;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import tw.xuhang.access.Action;
import tw.xuhang.access.Permissions;
import tw.xuhang.consent.ConsentRequest;
import tw.xuhang.consent.Phase;
import tw.xuhang.consent.PhoneCall;
import tw.xuhang.consent.ReadBack;
import tw.xuhang.consent.SilenceLadder;
import tw.xuhang.directory.Deputy;
import tw.xuhang.directory.Person;
import tw.xuhang.time.OfficeTime;
import tw.xuhang.web.view.Fact;
import tw.xuhang.web.view.PhoneView;
import tw.xuhang.web.view.PhoneView.Typed;

/** What is shown to whoever calls the CISO and writes down the answer (C5). */
public final class Calling {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm").withZone(OfficeTime.ZONE);

    private final Look look;
    private final Asking asking;

    public Calling(Look look) {
        this.look = look;
        this.asking = new Asking(look);
    }

    /**
     * @param deciders who may speak
     * @param recorder whose session it is; not a witness too
     * @param trouble why the last attempt did not count, or empty
     */
    public PhoneView page(
            ConsentRequest request, SilenceLadder.Available deciders, String recorder, String trouble, Typed typed) {
        boolean open = request.phase() == Phase.REQUESTED;
        return new PhoneView(
                request.key(),
                request.incident(),
                Look.mode(request.opened().orElseThrow().mode()),
                asking.badge(request),
                open,
                look.get("consent.headline", look.get(Asking.actKey(request))),
                open ? asking.clocks(request.basis()) : List.of(),
                asking.facts(request),
                asking.effects(request),
                ReadBack.code(request.key(), request.version()),
                open ? calls(deciders) : List.of(),
                open ? witnesses(request, recorder) : List.of(),
                CLOCK.format(look.now()),
                request.decision().map(asking::decided).orElse(""),
                request.decision()
                        .flatMap(ConsentRequest.Decision::call)
                        .map(this::record)
                        .orElse(List.of()),
                request.decision().filter(ConsentRequest.Decision::overdue).isPresent(),
                trouble,
                typed);
    }

    private List<PhoneView.Call> calls(SilenceLadder.Available deciders) {
        var calls = new ArrayList<PhoneView.Call>();
        deciders.holders().forEach(account -> numbers(account, "", calls));
        for (Deputy deputy : deciders.deputies()) {
            numbers(deputy.account(), deputy.document(), calls);
        }
        return calls;
    }

    private void numbers(String account, String document, List<PhoneView.Call> into) {
        look.directory()
                .person(account)
                .map(Person::phones)
                .orElse(List.of())
                .forEach(number ->
                        into.add(new PhoneView.Call(account + " " + number, look.person(account), number, document)));
    }

    private List<PhoneView.Choice> witnesses(ConsentRequest request, String recorder) {
        String requester = request.request().map(ConsentRequest.Request::by).orElse("");
        return look.directory().people().stream()
                .filter(person -> Permissions.allow(person.roles(), Action.RECORD_PHONE_CONSENT))
                .map(Person::account)
                .filter(account -> !account.equals(recorder) && !account.equals(requester))
                .map(account -> new PhoneView.Choice(account, look.person(account)))
                .toList();
    }

    private List<Fact> record(PhoneCall call) {
        return List.of(
                new Fact(look.get("phone.speaker"), look.person(call.speaker())),
                new Fact(look.get("phone.number"), call.number()),
                new Fact(look.get("phone.spoken"), look.words().full(call.spokenAt())),
                new Fact(look.get("phone.recorder"), look.person(call.recorder())),
                new Fact(look.get("phone.witness"), look.person(call.witness())),
                new Fact(look.get("phone.readback"), call.readBack()));
    }

    /** Whether it can have been said then: after it was asked for, and not in the future. */
    public boolean possible(ConsentRequest request, Instant spoken) {
        Instant asked = request.request().map(ConsentRequest.Request::at).orElse(Instant.EPOCH);
        // Minutes are typed, so the minute of the request itself counts.
        return !spoken.isBefore(asked.minusSeconds(60)) && !spoken.isAfter(look.now());
    }
}
