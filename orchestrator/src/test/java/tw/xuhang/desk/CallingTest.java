package tw.xuhang.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.xuhang.consent.Basis;
import tw.xuhang.consent.ConsentEntry;
import tw.xuhang.consent.ConsentRequest;
import tw.xuhang.consent.Ground;
import tw.xuhang.consent.PhoneCall;
import tw.xuhang.consent.SilenceLadder;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.store.Loaded;
import tw.xuhang.directory.store.OfficeFolder;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step;
import tw.xuhang.web.Language;
import tw.xuhang.web.Words;
import tw.xuhang.web.view.PhoneView;

/** C5: an unconfirmed decision stays valid and is flagged wherever it is shown. */
final class CallingTest {

    private static final Instant NOW = Instant.parse("2026-11-22T05:05:20Z");
    private static final String KEY = "2026-0001.continuity";

    @Test
    void whatIsNotConfirmedInTimeIsFlaggedAndStillCounts() throws IOException {
        ConsentRequest spoken = spoken(NOW.minus(Duration.ofHours(25)));
        assertThat(page(spoken).overdue()).isFalse();
        assertThat(page(spoken).decided()).contains("待補簽，期限 2026-11-22 12:05:20");

        ConsentRequest late = spoken.after(new ConsentEntry.RatificationOverdue(NOW), NOW);
        assertThat(page(late).overdue()).isTrue();
        assertThat(page(late).decided()).contains("逾期未補簽").doesNotContain("待補簽，期限");
        assertThat(new Asking(look()).row(late).toString())
                .as("the case's own page says it too")
                .contains("逾期未補簽");

        ConsentRequest confirmed = late.after(new ConsentEntry.Ratified("ciso"), NOW);
        assertThat(page(confirmed).decided()).contains("已於 2026-11-22 13:05:20 補簽", "逾期未補簽");
        assertThat(confirmed.decision().orElseThrow().granted()).isTrue();
    }

    @Test
    void nobodyCallsBeforeItIsAskedForAndNobodySpeaksInTheFuture() {
        Calling calling = new Calling(look());
        ConsentRequest request = requested(NOW.minus(Duration.ofMinutes(10)));
        assertThat(calling.possible(request, NOW.minus(Duration.ofMinutes(9)))).isTrue();
        assertThat(calling.possible(request, NOW.minus(Duration.ofMinutes(12)))).isFalse();
        assertThat(calling.possible(request, NOW.plusSeconds(1))).isFalse();
    }

    private static PhoneView page(ConsentRequest request) {
        return new Calling(look())
                .page(
                        request,
                        new SilenceLadder.Available(List.of("ciso"), List.of()),
                        "duty",
                        "",
                        PhoneView.Typed.NOTHING);
    }

    private static ConsentRequest requested(Instant at) {
        var patience =
                new ConsentEntry.Patience(Duration.ofMinutes(10), Duration.ofMinutes(20), Duration.ofMinutes(30));
        return ConsentRequest.BLANK
                .after(
                        new ConsentEntry.Opened(
                                KEY,
                                Step.Consent.Act.DECLARE,
                                "2026-0001",
                                "",
                                "continuity",
                                "",
                                0,
                                Mode.LIVE,
                                true,
                                patience,
                                List.of()),
                        at)
                .after(new ConsentEntry.Prepared(Basis.NONE), at)
                .after(new ConsentEntry.Requested("leader", "", Ground.PLAN_CONDITION, "", 1), at);
    }

    private static ConsentRequest spoken(Instant at) {
        var call = new PhoneCall("ciso", "00-0000-0101", "duty", "contact", "123456", at);
        return requested(at).after(new ConsentEntry.Granted("ciso", "", 1, Optional.of(call), "同意"), at);
    }

    private static Look look() {
        try {
            Directory office = ((Loaded.Read) OfficeFolder.sample(Map.of("lab", "xh"))).directory();
            return new Look(Words.in(Language.ZH), NOW, office);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
