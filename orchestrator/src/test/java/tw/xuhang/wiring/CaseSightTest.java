package tw.xuhang.wiring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.SampleOffice;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.JournalUnavailable;
import tw.xuhang.evidence.RememberingCodec;
import tw.xuhang.evidence.StandingClock;
import tw.xuhang.evidence.TinyJournal;
import tw.xuhang.execution.RunStore;
import tw.xuhang.incident.IncidentKind;
import tw.xuhang.incident.Incidents;
import tw.xuhang.outage.OutageIndex;
import tw.xuhang.outage.Outages;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.condition.Vocabulary;
import tw.xuhang.runbook.run.Picture;

class CaseSightTest {

    private static final Instant T0 = Instant.parse("2026-11-21T18:10:00Z");
    private static final String DOCUMENTS = "official-documents";

    private final Directory directory = SampleOffice.directory();
    private final StandingClock clock = new StandingClock(T0);
    private final TinyJournal journal = new TinyJournal(clock);
    private final Outages outages =
            new Outages(journal, new RememberingCodec<>(), OutageIndex.ALL, () -> directory, clock);
    private final Incidents incidents =
            new Incidents(journal, new RememberingCodec<>(), new RememberingCodec<>(), () -> "2026-0001");
    private final CaseSight sight = new CaseSight(incidents, outages, clock);

    @Test
    void conditionsKnowEveryKindOfCaseAndNoOther() {
        assertThat(Arrays.stream(IncidentKind.values()).map(CaseSight::word))
                .containsExactlyElementsOf(Vocabulary.KINDS);
    }

    @Test
    void aRunSeesHowItsCaseBeganAndWhatIsAwayNow() {
        incidents.open(
                new Incidents.Opening(
                        IncidentKind.BACKBONE_OUTAGE, "uplink/main", "主線", T0, Mode.LIVE, "probe", Actor.SYSTEM),
                List.of(),
                Incidents.Along.NOTHING);
        outages.lineDown("main", T0, "3 of 5 looks failed");
        outages.serviceDown(directory.service(DOCUMENTS).orElseThrow(), T0, "no answer");
        clock.set(T0.plusSeconds(150));
        outages.cross();

        Picture seen = sight.of("2026-0001");
        assertThat(seen.kind()).isEqualTo("backbone-outage");
        assertThat(seen.subject()).isEqualTo("uplink/main");
        assertThat(seen.source()).isEqualTo("probe");
        assertThat(seen.away()).isEqualTo(Map.of(DOCUMENTS, 2L));
        assertThat(seen.lines()).containsExactly("main");
        assertThat(seen.limitReached()).isTrue();

        outages.serviceUp(DOCUMENTS, clock.instant());
        assertThat(sight.of("2026-0001").away()).isEmpty();
        assertThat(sight.of("2026-0001").limitReached()).isFalse();
    }

    @Test
    void aDatabaseThatIsAwayMakesTheRunWaitAndDecidesNothing() {
        OutageIndex gone = new OutageIndex() {
            @Override
            public Set<String> running(Set<String> among) {
                throw new JournalUnavailable(new SQLException("gone"));
            }

            @Override
            public Set<String> of(String incident, Set<String> among) {
                throw new JournalUnavailable(new SQLException("gone"));
            }
        };
        var away = new Outages(journal, new RememberingCodec<>(), gone, () -> directory, clock);
        assertThatThrownBy(() -> new CaseSight(incidents, away, clock).of("2026-0001"))
                .isInstanceOf(RunStore.Away.class);
    }
}
