package tw.xuhang.wiring;

import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import tw.xuhang.consent.Consents;
import tw.xuhang.dispatch.Dispatches;
import tw.xuhang.due.Agenda;
import tw.xuhang.due.Thing;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.JournalListener;
import tw.xuhang.outage.Outages;

/** A fact may change what is due: what it is about is looked at a moment later, many facts by one look. */
@Singleton
final class DueAfterFacts implements JournalListener {

    private static final Duration SOON = Duration.ofMillis(30);
    /** The step that places an order posts it itself; this is for the one that could not. */
    private static final Duration AFTER_THE_STEP = Duration.ofSeconds(1);

    /** Long enough to stay out of the way of the first step of a case, which the same facts begin. */
    private static final Duration ALL_TOGETHER = Duration.ofMillis(300);

    private final Agenda agenda;
    private final InstantSource clock;

    DueAfterFacts(Agenda agenda, InstantSource clock) {
        this.agenda = agenda;
        this.clock = clock;
    }

    @Override
    public void appended(List<Entry> entries) {
        Instant now = clock.instant();
        entries.forEach(entry -> after(entry, now));
    }

    private void after(Entry entry, Instant now) {
        String key = entry.stream().key();
        switch (entry.stream().kind()) {
            case Consents.KIND -> agenda.by(new Thing(DueThings.CONSENT, key), now.plus(SOON));
            case Dispatches.KIND -> agenda.by(new Thing(DueThings.ORDER, key), now.plus(AFTER_THE_STEP));
            case Outages.KIND -> agenda.by(DueThings.CLOCKS, now.plus(ALL_TOGETHER));
            default -> {}
        }
        if (!entry.incident().isEmpty()) {
            agenda.by(DueThings.PROGRESS, now.plus(ALL_TOGETHER));
        }
    }
}
