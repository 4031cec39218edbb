package tw.xuhang.consent.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.xuhang.consent.Basis;
import tw.xuhang.consent.ConsentEntry;
import tw.xuhang.consent.Duty;
import tw.xuhang.consent.Ground;
import tw.xuhang.consent.PhoneCall;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Draft;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step.Consent.Act;
import tw.xuhang.runbook.Text;

final class ConsentFactsTest {

    private static final Instant T0 = Instant.parse("2026-11-21T18:10:00.123456Z");

    static List<ConsentEntry> facts() {
        var basis = new Basis(
                List.of(new Basis.Away("official-documents", T0, Duration.ofSeconds(12), Duration.ofMinutes(2))), 3);
        var call = new PhoneCall("ciso", "00-0000-0101", "leader", "duty", "012345", T0);
        return List.of(
                new ConsentEntry.Opened(
                        "run-2026-0001.1.9",
                        Act.DECLARE,
                        "2026-0001",
                        "2026-0001.1",
                        "continuity",
                        "run/2026-0001.1",
                        9,
                        Mode.DRILL,
                        true,
                        new ConsentEntry.Patience(Duration.ofMinutes(10), Duration.ofMinutes(20), Duration.ofHours(1)),
                        List.of(new Text("替代作業", "the substitute way"))),
                new ConsentEntry.Prepared(basis),
                new ConsentEntry.Restated(Basis.NONE, 2),
                new ConsentEntry.Requested("leader", "", Ground.LIMIT_REACHED, "「引號」\"\\", 1),
                new ConsentEntry.Asked(Duty.DECIDE, "ciso", "示鎮資字第 1150001 號", "abc"),
                new ConsentEntry.Reminded(Duty.DECIDE, List.of("ciso")),
                new ConsentEntry.Told(Duty.REQUEST, "leader"),
                new ConsentEntry.NotTold(Duty.REQUEST, "leader", "connection refused"),
                new ConsentEntry.CallTaskOpened(Duty.DECLARE),
                new ConsentEntry.Granted("ciso", "", 1, Optional.of(call), "同意"),
                new ConsentEntry.Granted("ciso", "", 1, Optional.empty(), ""),
                new ConsentEntry.Refused("ciso", "", 1, Optional.empty(), "即將恢復"),
                new ConsentEntry.Ratified("ciso"),
                new ConsentEntry.RatificationOverdue(T0),
                new ConsentEntry.Declared("leader", "", Ground.PLAN_CONDITION, "啟動"),
                new ConsentEntry.Withdrawn(ConsentEntry.Withdrawn.Reason.ALL_SERVICES_BACK));
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyFactComesBackFromTheJournalAsItWasWritten(ConsentEntry fact) {
        Draft draft = ConsentFacts.codec().write(fact);
        var entry = new Entry(
                StreamId.of("consent", "x"), 1, "", draft.type(), draft.version(), T0, Actor.SYSTEM, draft.body(), "");
        assertThat(ConsentFacts.codec().read(entry)).isEqualTo(fact);
    }
}
