package tw.xuhang.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Appended;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.Journal;
import tw.xuhang.evidence.RememberingCodec;
import tw.xuhang.evidence.StandingClock;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.evidence.TinyJournal;
import tw.xuhang.runbook.Mode;

final class IncidentsTest {

    private static final Instant NIGHT = Instant.parse("2026-11-22T18:10:00Z");

    /** Another transaction is in the way of the first appends, as a deadlock is. */
    private static final class Crowded implements Journal {
        private final Journal journal = new TinyJournal(new StandingClock(NIGHT));
        private int refusals;

        Crowded(int refusals) {
            this.refusals = refusals;
        }

        @Override
        public List<Entry> read(StreamId stream) {
            return journal.read(stream);
        }

        @Override
        public Appended append(List<Addition> additions, Actor actor) {
            return refusals-- > 0
                    ? new Appended.Moved(additions.getFirst().stream())
                    : journal.append(additions, actor);
        }
    }

    private static Incidents over(Journal journal) {
        return new Incidents(journal, new RememberingCodec<>(), new RememberingCodec<>(), () -> "2026-0001");
    }

    private static Incidents.Opening opening() {
        return new Incidents.Opening(
                IncidentKind.BACKBONE_OUTAGE, "uplink/main", "line down", NIGHT, Mode.LIVE, "probe", Actor.SYSTEM);
    }

    @Test
    void aCaseIsOpenedThoughAnotherTransactionWasInTheWay() {
        Incidents incidents = over(new Crowded(3));

        String number =
                incidents.open(opening(), List.of(), Incidents.Along.NOTHING).number();

        assertThat(incidents.read(number).isOpen()).isTrue();
    }

    @Test
    void aCaseThatCannotBeOpenedIsNotSaidToBeOpen() {
        Incidents incidents = over(new Crowded(1_000));

        assertThatThrownBy(() -> incidents.open(opening(), List.of(), Incidents.Along.NOTHING))
                .isInstanceOf(IllegalStateException.class);

        assertThat(incidents.read("2026-0001").opened()).isEmpty();
    }
}
