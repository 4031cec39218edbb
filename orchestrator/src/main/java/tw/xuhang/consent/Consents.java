package tw.xuhang.consent;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tw.xuhang.directory.Directory;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Book;
import tw.xuhang.evidence.Book.Decided;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.Journal;

/**
 * Every act on a request. Each is decided on the newest state, so of two at the same moment exactly one
 * counts and the other is told which (C4). Thread-safe.
 */
public final class Consents {

    public static final String KIND = "consent";

    private final Book<ConsentEntry, ConsentRequest> book;
    private final Supplier<Directory> directory;
    private final Function<String, Situation> situations;
    private final InstantSource clock;

    /** @param situations how things stand with an incident's services now */
    public Consents(
            Journal journal,
            EntryCodec<ConsentEntry> codec,
            Supplier<Directory> directory,
            Function<String, Situation> situations,
            InstantSource clock) {
        this.book = new Book<>(journal, KIND, codec, ConsentRequest.BLANK, ConsentRequest::fold);
        this.directory = directory;
        this.situations = situations;
        this.clock = clock;
    }

    /** The request as it stands; blank for a key that was never opened. */
    public ConsentRequest get(String key) {
        return book.open(key).state();
    }

    /** Begins a request. Opening it again, e.g. after a crash, changes nothing. */
    public ConsentRequest open(ConsentEntry.Opened opened) {
        return open(opened, Actor.SYSTEM);
    }

    ConsentRequest open(ConsentEntry.Opened opened, Actor by) {
        return recording(
                opened.key(),
                opened.incident(),
                by,
                request -> request.phase() == Phase.BLANK ? List.of(opened) : List.of());
    }

    /** Brings the request in line with the outage clocks: prepared, stated anew, or withdrawn (R4). */
    public ConsentRequest upkeep(String key) {
        String incident = get(key).incident();
        Situation situation = situations.apply(incident);
        return system(key, incident, request -> Upkeep.next(request, situation, clock.instant()));
    }

    public ConsentRequest withdraw(String key, ConsentEntry.Withdrawn.Reason reason) {
        return system(
                key,
                get(key).incident(),
                request -> request.phase() == Phase.BLANK || request.phase().isClosed()
                        ? List.of()
                        : List.of(new ConsentEntry.Withdrawn(reason)));
    }

    /** The leader asks for consent. On the plan's own condition this may come before any limit. */
    public Answer request(String key, String by, int version, Ground ground, String note) {
        return act(key, by, Duty.REQUEST, version, Optional.of(ground), note, false, Optional.empty(), d -> {
            String document = d.standing().orElseThrow().document();
            var facts = new ArrayList<ConsentEntry>();
            if (d.request().phase() == Phase.AWAITS_LIMIT) {
                facts.add(new ConsentEntry.Prepared(
                        situations.apply(d.request().incident()).basis()));
            }
            facts.add(new ConsentEntry.Requested(
                    by, document, ground, note, Math.max(1, d.request().version())));
            return facts;
        });
    }

    public Answer grant(String key, String by, int version, String note) {
        return decide(key, by, version, note, true, Optional.empty());
    }

    public Answer refuse(String key, String by, int version, String reason) {
        return decide(key, by, version, reason, false, Optional.empty());
    }

    /**
     * Writes down what was decided by telephone. Recorder and witness have each signed in for themselves;
     * the code that was read back says which facts were spoken about.
     */
    public Answer spoken(String key, PhoneCall call, boolean granted, String words) {
        return decide(key, call.speaker(), get(key).version(), words, granted, Optional.of(call));
    }

    private Answer decide(String key, String by, int version, String words, boolean granted, Optional<PhoneCall> call) {
        return act(key, by, Duty.DECIDE, version, Optional.empty(), words, !granted, call, d -> {
            String document = d.standing().orElseThrow().document();
            int seen = d.request().version();
            return List.of(
                    granted
                            ? new ConsentEntry.Granted(by, document, seen, call, words)
                            : new ConsentEntry.Refused(by, document, seen, call, words));
        });
    }

    /** The leader declares, or stands down, on a consent that was given. */
    public Answer declare(String key, String by, int version, String words) {
        return act(key, by, Duty.DECLARE, version, Optional.empty(), words, false, Optional.empty(), d -> {
            Ground ground = d.request().request().orElseThrow().ground();
            String document = d.standing().orElseThrow().document();
            return List.of(new ConsentEntry.Declared(by, document, ground, words));
        });
    }

    /** The one who spoke confirms it in person. */
    public Answer ratify(String key, String by) {
        return book.decide(key, get(key).incident(), Actor.person(by), request -> {
            var open = request.decision().filter(ConsentRequest.Decision::awaitsRatification);
            if (open.isEmpty()) {
                return Decided.refused(new Answer.Declined(new Refusal.NothingToRatify(key)));
            }
            if (!open.get().by().equals(by)) {
                return Decided.refused(new Answer.Declined(new Refusal.NoAuthority(by, Duty.RATIFY)));
            }
            return recorded(request, List.of(new ConsentEntry.Ratified(by)));
        });
    }

    /** The rungs that are due, e.g. for the page that shows what will happen when (K3). */
    public List<SilenceLadder.Due> ahead(String key) {
        ConsentRequest request = get(key);
        return SilenceLadder.ahead(request, available(request));
    }

    /** When time alone means something for the request next; empty when only an event does. */
    public Optional<Instant> due(String key) {
        ConsentRequest request = get(key);
        Optional<Instant> rung = SilenceLadder.ahead(request, available(request)).stream()
                .map(SilenceLadder.Due::at)
                .findFirst();
        Optional<Instant> clocks = Upkeep.nextAt(request, situations.apply(request.incident()));
        return Stream.of(rung, clocks).flatMap(Optional::stream).min(Instant::compareTo);
    }

    /**
     * Takes the rungs that are due, each once.
     *
     * @param linkHash makes the link for a person who is asked, and tells its hash
     * @return what was recorded, in order; letters go out for it afterwards
     */
    List<ConsentEntry> climb(String key, Function<String, String> linkHash) {
        String incident = get(key).incident();
        return book.decide(key, incident, Actor.SYSTEM, request -> {
            var facts = SilenceLadder.next(request, available(request), clock.instant()).stream()
                    .map(due -> taken(due, linkHash))
                    .toList();
            return new Decided<>(facts, facts);
        });
    }

    private static ConsentEntry taken(SilenceLadder.Due due, Function<String, String> linkHash) {
        return switch (due.rung()) {
            case SilenceLadder.Rung.Ask ask ->
                new ConsentEntry.Asked(due.duty(), ask.person(), ask.document(), linkHash.apply(ask.person()));
            case SilenceLadder.Rung.Remind remind -> new ConsentEntry.Reminded(due.duty(), remind.people());
            case SilenceLadder.Rung.Call _ -> new ConsentEntry.CallTaskOpened(due.duty());
            case SilenceLadder.Rung.FlagOverdue _ -> new ConsentEntry.RatificationOverdue(due.at());
        };
    }

    /** The letter is on its way. Told again, it changes nothing. */
    void told(String key, Duty duty, String person) {
        system(
                key,
                get(key).incident(),
                request -> request.silence(duty).inDoubt(person).isEmpty()
                        ? List.of()
                        : List.of(new ConsentEntry.Told(duty, person)));
    }

    /** A letter did not leave. */
    void notTold(String key, Duty duty, String person, String why) {
        system(key, get(key).incident(), request -> List.of(new ConsentEntry.NotTold(duty, person, why)));
    }

    /** Who may decide on it now, by telephone too: the holders, and the deputies in the order to ask them. */
    public SilenceLadder.Available deciders(String key) {
        return Standing.available(directory.get(), get(key), Duty.DECIDE, clock.instant());
    }

    private SilenceLadder.Available available(ConsentRequest request) {
        return request.phase()
                .duty()
                .map(duty -> Standing.available(directory.get(), request, duty, clock.instant()))
                .orElse(new SilenceLadder.Available(List.of(), List.of()));
    }

    private Answer act(
            String key,
            String by,
            Duty duty,
            int version,
            Optional<Ground> ground,
            String words,
            boolean refusing,
            Optional<PhoneCall> call,
            Function<Deed, List<ConsentEntry>> facts) {
        Directory office = directory.get();
        Instant now = clock.instant();
        ConsentRequest seen = get(key);
        Actor actor = call.map(PhoneCall::recorder)
                .map(Actor::person)
                .or(() -> Standing.of(office, by, duty, seen.act(), now).map(Standing::actor))
                .orElse(Actor.person(by));
        return book.decide(key, seen.incident(), actor, request -> {
            int version0 = call.isPresent() ? request.version() : version;
            var deed = new Deed(request, office, by, duty, version0, ground, words, refusing, now);
            Optional<Refusal> broken =
                    Rule.broken(deed).or(() -> call.flatMap(spoken -> PhoneRule.broken(deed, spoken)));
            return broken.<Decided<ConsentEntry, Answer>>map(why -> Decided.refused(new Answer.Declined(why)))
                    .orElseGet(() -> recorded(request, facts.apply(deed)));
        });
    }

    private Decided<ConsentEntry, Answer> recorded(ConsentRequest request, List<ConsentEntry> facts) {
        return new Decided<>(facts, new Answer.Recorded(after(request, facts)));
    }

    private ConsentRequest system(String key, String incident, Function<ConsentRequest, List<ConsentEntry>> decision) {
        return recording(key, incident, Actor.SYSTEM, decision);
    }

    private ConsentRequest recording(
            String key, String incident, Actor by, Function<ConsentRequest, List<ConsentEntry>> decision) {
        return book.decide(key, incident, by, request -> {
            List<ConsentEntry> facts = decision.apply(request);
            return new Decided<>(facts, after(request, facts));
        });
    }

    private ConsentRequest after(ConsentRequest request, List<ConsentEntry> facts) {
        ConsentRequest result = request;
        for (ConsentEntry fact : facts) {
            result = result.after(fact, clock.instant());
        }
        return result;
    }
}
