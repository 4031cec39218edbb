package tw.xuhang.consent;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import tw.xuhang.evidence.Book;
import tw.xuhang.runbook.Step.Consent.Act;

/**
 * The sum of a request's facts.
 *
 * @param version of the facts, 0 before they are prepared
 * @param silences how far each duty's ladder has been climbed
 */
public record ConsentRequest(
        Optional<ConsentEntry.Opened> opened,
        Optional<Instant> openedAt,
        Phase phase,
        Basis basis,
        int version,
        Optional<Request> request,
        Optional<Decision> decision,
        Optional<Declaration> declaration,
        Optional<Withdrawal> withdrawal,
        Map<Duty, Silence> silences) {

    public static final ConsentRequest BLANK = new ConsentRequest(
            Optional.empty(),
            Optional.empty(),
            Phase.BLANK,
            Basis.NONE,
            0,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Map.of());

    public ConsentRequest {
        silences = Map.copyOf(silences);
    }

    /** The leader's act. */
    public record Request(String by, String document, Ground ground, String note, int version, Instant at) {}

    /**
     * The CISO's act. Exactly one counts.
     *
     * @param note what was said with a consent, or the reason of a refusal
     * @param overdue spoken, and not confirmed in person in time
     */
    public record Decision(
            boolean granted,
            String by,
            String document,
            int version,
            Optional<PhoneCall> call,
            String note,
            Instant at,
            Optional<Instant> ratifiedAt,
            boolean overdue) {

        public boolean awaitsRatification() {
            return call.isPresent() && ratifiedAt.isEmpty();
        }

        Decision ratified(Instant when) {
            return new Decision(granted, by, document, version, call, note, at, Optional.of(when), overdue);
        }

        Decision late() {
            return new Decision(granted, by, document, version, call, note, at, ratifiedAt, true);
        }
    }

    /** The leader's second act: from here on it holds. */
    public record Declaration(String by, String document, Ground ground, String words, Instant at) {}

    public record Withdrawal(ConsentEntry.Withdrawn.Reason reason, Instant at) {}

    /** When it came to its end; empty while it waits for somebody. */
    public Optional<Instant> closedAt() {
        return switch (phase) {
            case REFUSED -> decision.map(Decision::at);
            case DECLARED -> declaration.map(Declaration::at);
            case WITHDRAWN -> withdrawal.map(Withdrawal::at);
            case BLANK, AWAITS_LIMIT, PREPARED, REQUESTED, GRANTED -> Optional.empty();
        };
    }

    public String key() {
        return opened.map(ConsentEntry.Opened::key).orElse("");
    }

    public String incident() {
        return opened.map(ConsentEntry.Opened::incident).orElse("");
    }

    public Act act() {
        return opened.map(ConsentEntry.Opened::act).orElse(Act.DECLARE);
    }

    public Silence silence(Duty duty) {
        return silences.getOrDefault(duty, Silence.NONE);
    }

    static ConsentRequest fold(ConsentRequest request, Book.Fact<ConsentEntry> fact) {
        return request.after(fact.what(), fact.at());
    }

    /** The state after one more fact, which was recorded at {@code at}. */
    public ConsentRequest after(ConsentEntry fact, Instant at) {
        return switch (fact) {
            case ConsentEntry.Opened entry -> openedBy(entry, at);
            case ConsentEntry.Prepared entry -> on(entry.basis(), 1).in(Phase.PREPARED, Duty.REQUEST, at);
            case ConsentEntry.Restated entry -> on(entry.basis(), entry.version());
            case ConsentEntry.Requested entry ->
                requestedBy(new Request(
                                entry.by(), entry.document(), entry.ground(), entry.note(), entry.version(), at))
                        .in(Phase.REQUESTED, Duty.DECIDE, at);
            case ConsentEntry.Asked entry -> climbed(entry.duty(), s -> s.asking(entry.person(), at));
            case ConsentEntry.Told entry -> climbed(entry.duty(), s -> s.telling(entry.person()));
            case ConsentEntry.Reminded entry -> climbed(entry.duty(), Silence::reminding);
            case ConsentEntry.NotTold entry -> climbed(entry.duty(), s -> s.missing(entry.person()));
            case ConsentEntry.CallTaskOpened entry -> climbed(entry.duty(), Silence::calling);
            case ConsentEntry.Granted entry ->
                decided(decision(true, entry.by(), entry.document(), entry.version(), entry.call(), entry.note(), at))
                        .in(Phase.GRANTED, Duty.DECLARE, at)
                        .spoken(entry.call(), at);
            case ConsentEntry.Refused entry ->
                decided(decision(
                                false, entry.by(), entry.document(), entry.version(), entry.call(), entry.reason(), at))
                        .in(Phase.REFUSED)
                        .spoken(entry.call(), at);
            case ConsentEntry.Ratified _ -> redecided(d -> d.ratified(at));
            case ConsentEntry.RatificationOverdue _ -> redecided(Decision::late);
            case ConsentEntry.Declared entry ->
                declaredBy(new Declaration(entry.by(), entry.document(), entry.ground(), entry.words(), at));
            case ConsentEntry.Withdrawn entry -> withdrawn(new Withdrawal(entry.reason(), at));
        };
    }

    private static Decision decision(
            boolean granted,
            String by,
            String document,
            int version,
            Optional<PhoneCall> call,
            String note,
            Instant at) {
        return new Decision(granted, by, document, version, call, note, at, Optional.empty(), false);
    }

    private ConsentRequest spoken(Optional<PhoneCall> call, Instant at) {
        return call.isPresent() ? climbed(Duty.RATIFY, s -> s.beginning(at)) : this;
    }

    private ConsentRequest in(Phase next, Duty duty, Instant at) {
        return in(next).climbed(duty, s -> s.beginning(at));
    }

    private ConsentRequest climbed(Duty duty, UnaryOperator<Silence> change) {
        var all = new EnumMap<Duty, Silence>(Duty.class);
        all.putAll(silences);
        all.put(duty, change.apply(silence(duty)));
        return new ConsentRequest(
                opened, openedAt, phase, basis, version, request, decision, declaration, withdrawal, all);
    }

    private ConsentRequest openedBy(ConsentEntry.Opened entry, Instant at) {
        return new ConsentRequest(
                Optional.of(entry),
                Optional.of(at),
                Phase.AWAITS_LIMIT,
                basis,
                version,
                request,
                decision,
                declaration,
                withdrawal,
                silences);
    }

    private ConsentRequest in(Phase next) {
        return new ConsentRequest(
                opened, openedAt, next, basis, version, request, decision, declaration, withdrawal, silences);
    }

    private ConsentRequest on(Basis facts, int number) {
        return new ConsentRequest(
                opened, openedAt, phase, facts, number, request, decision, declaration, withdrawal, silences);
    }

    private ConsentRequest requestedBy(Request made) {
        return new ConsentRequest(
                opened,
                openedAt,
                phase,
                basis,
                version,
                Optional.of(made),
                decision,
                declaration,
                withdrawal,
                silences);
    }

    private ConsentRequest decided(Decision made) {
        return new ConsentRequest(
                opened, openedAt, phase, basis, version, request, Optional.of(made), declaration, withdrawal, silences);
    }

    private ConsentRequest redecided(UnaryOperator<Decision> change) {
        return decision.map(change).map(this::decided).orElse(this);
    }

    private ConsentRequest declaredBy(Declaration made) {
        return new ConsentRequest(
                opened,
                openedAt,
                Phase.DECLARED,
                basis,
                version,
                request,
                decision,
                Optional.of(made),
                withdrawal,
                silences);
    }

    private ConsentRequest withdrawn(Withdrawal made) {
        return new ConsentRequest(
                opened,
                openedAt,
                Phase.WITHDRAWN,
                basis,
                version,
                request,
                decision,
                declaration,
                Optional.of(made),
                silences);
    }
}
