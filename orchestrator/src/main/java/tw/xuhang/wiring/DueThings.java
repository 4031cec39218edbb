package tw.xuhang.wiring;

import io.micronaut.context.BeanProvider;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.consent.OpenRequests;
import tw.xuhang.dispatch.store.DispatchRows;
import tw.xuhang.due.Agenda;
import tw.xuhang.due.Look;
import tw.xuhang.due.Thing;
import tw.xuhang.execution.Engine;
import tw.xuhang.outage.Outages;
import tw.xuhang.respond.Progress;

/** Every kind of thing on the agenda, and what a look at it does. Each look may come late, early or twice. */
@Singleton
final class DueThings {

    static final String CONSENT = "consent";
    static final String ORDER = "order";
    static final Thing CLOCKS = new Thing("clocks", "all");
    static final Thing PROGRESS = new Thing("progress", "all");
    static final Thing CHECKPOINT = new Thing("checkpoint", "all");
    static final Thing RECOUNT = new Thing("recount", "all");

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Agenda agenda;
    private final Engine engine;
    private final DeskRound desks;
    private final OpenRequests requests;
    private final DispatchRows orders;
    private final Outages outages;
    private final Progress progress;
    private final BeanProvider<CheckpointEachMinute> checkpoints;
    private final InstantSource clock;

    DueThings(
            Agenda agenda,
            Engine engine,
            DeskRound desks,
            OpenRequests requests,
            DispatchRows orders,
            Outages outages,
            Progress progress,
            BeanProvider<CheckpointEachMinute> checkpoints,
            InstantSource clock) {
        this.agenda = agenda;
        this.engine = engine;
        this.desks = desks;
        this.requests = requests;
        this.orders = orders;
        this.outages = outages;
        this.progress = progress;
        this.checkpoints = checkpoints;
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
                RECOUNT.kind(),
                _ -> recount());
    }

    /** What a service starts with; the rest follows from the recount. Thresholds passed meanwhile come first (K2). */
    void begin() {
        Instant now = clock.instant();
        agenda.by(CLOCKS, now);
        agenda.by(RECOUNT, now);
        agenda.by(CHECKPOINT, now.plus(MINUTE));
    }

    /** What the clocks say changes what is asked of people. */
    private Optional<Instant> clocks() {
        outages.cross();
        requests.open().forEach(key -> agenda.by(new Thing(CONSENT, key), clock.instant()));
        agenda.by(PROGRESS, clock.instant());
        return outages.nextDue();
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

    /** Puts back what is missing: a crash between a fact and its row, a restored database, a new list of deputies. */
    private Optional<Instant> recount() {
        Instant now = clock.instant();
        requests.open().forEach(key -> agenda.by(new Thing(CONSENT, key), now));
        orders.open().forEach(row -> agenda.by(new Thing(ORDER, row.orderKey()), now));
        agenda.by(CLOCKS, now);
        agenda.by(PROGRESS, now);
        return Optional.of(now.plus(MINUTE));
    }
}
