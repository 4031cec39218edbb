package tw.xuhang.wiring;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tw.xuhang.consent.OpenRequests;
import tw.xuhang.dispatch.store.DispatchRows;
import tw.xuhang.due.Agenda;
import tw.xuhang.due.Look;
import tw.xuhang.due.Thing;
import tw.xuhang.execution.AskedInVain;
import tw.xuhang.execution.Engine;
import tw.xuhang.outage.Outages;
import tw.xuhang.readiness.Readiness;
import tw.xuhang.respond.Belonging;
import tw.xuhang.respond.Progress;
import tw.xuhang.respond.ServiceCases;

/** Every kind of thing on the agenda, and what a look at it does. Each look may come late, early or twice. */
@Singleton
final class DueThings {

    static final String CONSENT = "consent";
    static final String ORDER = "order";
    static final Thing CLOCKS = new Thing("clocks", "all");
    static final Thing PROGRESS = new Thing("progress", "all");
    static final Thing CHECKPOINT = new Thing("checkpoint", "all");
    static final Thing READINESS = new Thing("readiness", "all");
    static final Thing RECOUNT = new Thing("recount", "all");

    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** Ansible is started for it; a machine that is about to serve its first pages has better things to do. */
    private static final Duration AFTER_START = Duration.ofMinutes(2);

    private static final Duration HOUR = Duration.ofHours(1);

    private final Agenda agenda;
    private final Engine engine;
    private final DeskRound desks;
    private final OpenRequests requests;
    private final DispatchRows orders;
    private final Outages outages;
    private final Belonging belonging;
    private final ServiceCases serviceCases;
    private final Progress progress;
    private final BeanProvider<CheckpointEachMinute> checkpoints;
    private final Readiness readiness;
    private final AskedInVain vain;
    private final InstantSource clock;

    DueThings(
            Agenda agenda,
            Engine engine,
            DeskRound desks,
            OpenRequests requests,
            DispatchRows orders,
            Outages outages,
            Belonging belonging,
            ServiceCases serviceCases,
            Progress progress,
            BeanProvider<CheckpointEachMinute> checkpoints,
            Readiness readiness,
            AskedInVain vain,
            InstantSource clock) {
        this.agenda = agenda;
        this.engine = engine;
        this.desks = desks;
        this.requests = requests;
        this.orders = orders;
        this.outages = outages;
        this.belonging = belonging;
        this.serviceCases = serviceCases;
        this.progress = progress;
        this.checkpoints = checkpoints;
        this.readiness = readiness;
        this.vain = vain;
        this.clock = clock;
    }

    Map<String, Look> looks() {
        return Map.of(
                Engine.DUE,
                engine::look,
                CONSENT,
                desks::people,
                ORDER,
                desks::vendors,
                CLOCKS.kind(),
                _ -> clocks(),
                PROGRESS.kind(),
                _ -> progress(),
                CHECKPOINT.kind(),
                _ -> checkpoint(),
                READINESS.kind(),
                _ -> readiness(),
                RECOUNT.kind(),
                _ -> recount());
    }

    /** What a service starts with; the rest follows from the recount. Thresholds passed meanwhile come first (K2). */
    void begin() {
        Instant now = clock.instant();
        agenda.by(CLOCKS, now);
        agenda.by(RECOUNT, now);
        agenda.by(CHECKPOINT, now.plus(MINUTE));
        agenda.by(READINESS, now.plus(AFTER_START));
    }

    /** What the clocks say changes what is asked of people. */
    private Optional<Instant> clocks() {
        belonging.look();
        Optional<Instant> settled = serviceCases.look();
        outages.cross();
        requests.open().forEach(key -> agenda.by(new Thing(CONSENT, key), clock.instant()));
        agenda.by(PROGRESS, clock.instant());
        return Stream.of(outages.nextDue(), settled).flatMap(Optional::stream).min(Instant::compareTo);
    }

    private Optional<Instant> progress() {
        progress.look();
        return Optional.empty();
    }

    private Optional<Instant> checkpoint() {
        if (checkpoints.isPresent()) {
            checkpoints.get().take();
        }
        return Optional.of(clock.instant().plus(MINUTE));
    }

    private Optional<Instant> readiness() throws InterruptedException {
        readiness.examine();
        return Optional.of(clock.instant().plus(HOUR));
    }

    /** Puts back what is missing: a crash between a fact and its row, a restored database, a new list of deputies. */
    private Optional<Instant> recount() {
        Instant now = clock.instant();
        vain.look();
        requests.open().forEach(key -> agenda.by(new Thing(CONSENT, key), now));
        orders.open().forEach(row -> agenda.by(new Thing(ORDER, row.orderKey()), now));
        agenda.by(CLOCKS, now);
        agenda.by(PROGRESS, now);
        return Optional.of(now.plus(MINUTE));
    }
}
