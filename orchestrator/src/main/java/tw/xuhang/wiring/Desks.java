package tw.xuhang.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import tw.xuhang.access.Link;
import tw.xuhang.access.Links;
import tw.xuhang.access.Secrets;
import tw.xuhang.consent.AskingAnew;
import tw.xuhang.consent.AskingPeople;
import tw.xuhang.consent.CaseConsent;
import tw.xuhang.consent.ConsentEntry;
import tw.xuhang.consent.ConsentSteps;
import tw.xuhang.consent.Consents;
import tw.xuhang.consent.OpenRequests;
import tw.xuhang.consent.Situation;
import tw.xuhang.directory.Directory;
import tw.xuhang.dispatch.DispatchEntry;
import tw.xuhang.dispatch.DispatchSteps;
import tw.xuhang.dispatch.Dispatches;
import tw.xuhang.dispatch.SendingOrders;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.Journal;
import tw.xuhang.execution.store.KeptShelf;
import tw.xuhang.execution.store.RunRows;
import tw.xuhang.incident.Incidents;
import tw.xuhang.outage.Outages;
import tw.xuhang.runbook.Need;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.PostOffice;
import tw.xuhang.runbook.port.StepPort;

/** The desks at which people and vendors are asked. They work on the connections kept free for people (O2). */
@Factory
final class Desks {

    private static final Text AS_USUAL = new Text("各業務單位恢復正常作業方式", "each unit goes back to its usual way of work");

    /** Longer than any case that a link could be needed in; what it leads to closes earlier. */
    private static final Duration LINK_LIFE = Duration.ofDays(30);

    private static final Text BY_PLAN =
            new Text("各業務單位依營運持續計畫改採替代作業方式", "each unit goes over to the substitute way of its continuity plan");

    @Singleton
    Consents consents(
            @Named("people") Journal journal,
            EntryCodec<ConsentEntry> codec,
            Directory directory,
            Outages outages,
            InstantSource clock) {
        return new Consents(
                journal, codec, () -> directory, number -> Situation.of(outages.servicesOf(number), 0), clock);
    }

    @Singleton
    CaseConsent caseConsent(Consents consents, OpenRequests requests) {
        return new CaseConsent(consents, requests);
    }

    @Singleton
    AskingAnew askingAnew(Consents consents, CaseConsent cases, Directory directory, InstantSource clock) {
        return new AskingAnew(
                consents,
                cases,
                () -> directory,
                act -> List.of(act == Step.Consent.Act.DECLARE ? BY_PLAN : AS_USUAL),
                clock);
    }

    @Singleton
    AskingPeople askingPeople(
            Consents consents, Directory directory, Links links, PostOffice postOffice, InstantSource clock) {
        return new AskingPeople(
                consents,
                () -> directory,
                (request, person) -> {
                    String raw = links.make(Link.Kind.CONSENT, request, person, LINK_LIFE);
                    return new tw.xuhang.consent.LinkMaker.Made(
                            directory.office().link("/a/" + raw), Secrets.hash(raw));
                },
                postOffice,
                clock);
    }

    @Singleton
    @Named("consent")
    StepPort consentSteps(Consents consents, CaseConsent cases, RunRows runs, KeptShelf shelf) {
        return new ConsentSteps(consents, cases, attempt -> effects(attempt, runs, shelf));
    }

    /** What waits for the declaration in the run's own runbook; the plan at large where nothing does. */
    private static List<Text> effects(Attempt attempt, RunRows runs, KeptShelf shelf) {
        List<Text> waiting = runs.findById(attempt.run()).map(RunRows.Row::version).map(shelf::pinned).stream()
                .flatMap(runbook -> runbook.everyStep().stream())
                .filter(step -> step.frame().needs().contains(Need.DECLARATION))
                .map(step -> step.frame().title())
                .toList();
        return waiting.isEmpty() ? List.of(BY_PLAN) : waiting;
    }

    @Singleton
    Dispatches dispatches(@Named("people") Journal journal, EntryCodec<DispatchEntry> codec, InstantSource clock) {
        return new Dispatches(journal, codec, clock);
    }

    @Singleton
    SendingOrders sendingOrders(Dispatches dispatches, Directory directory, Links links, PostOffice postOffice) {
        return new SendingOrders(
                dispatches,
                () -> directory,
                (order, person) -> {
                    String raw = links.make(Link.Kind.ORDER, order, person, LINK_LIFE);
                    return new tw.xuhang.dispatch.LinkMaker.Made(
                            directory.office().link("/v/" + raw), Secrets.hash(raw));
                },
                postOffice);
    }

    @Singleton
    @Named("dispatch")
    StepPort dispatchSteps(
            Dispatches dispatches, SendingOrders sending, Directory directory, Outages outages, Incidents incidents) {
        return new DispatchSteps(
                dispatches, sending, () -> directory, new CaseFaults(directory, outages, incidents)::of);
    }
}
