package tw.xuhang.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.SampleOffice;
import tw.xuhang.evidence.RememberingCodec;
import tw.xuhang.evidence.StandingClock;
import tw.xuhang.evidence.TinyJournal;
import tw.xuhang.outage.OutageEntry;
import tw.xuhang.outage.OutageIndex;
import tw.xuhang.outage.Outages;
import tw.xuhang.runbook.port.Prober;
import tw.xuhang.runbook.port.Prober.Sight;
import tw.xuhang.signal.Inbox;
import tw.xuhang.signal.LinkState;
import tw.xuhang.signal.Receipt;
import tw.xuhang.signal.Signal;

/** A machine that cannot look, e.g. for want of the interface, knows nothing about what is out there. */
class BlindWatchTest {

    private static final Instant T0 = Instant.parse("2026-07-01T00:00:00Z");
    private static final String DOCUMENTS = "official-documents";

    private final Directory directory = SampleOffice.directory();
    private final StandingClock clock = new StandingClock(T0);
    private final Outages outages = new Outages(
            new TinyJournal(clock), new RememberingCodec<OutageEntry>(), OutageIndex.ALL, () -> directory, clock);
    private final Blindness blindness = new Blindness();
    private final List<Signal> told = new ArrayList<>();
    private Sight sight = Sight.BLIND;
    private final Prober eye = question -> new Prober.Look(sight, Duration.ZERO, "no such device");

    @Test
    void whatCannotBeLookedAtIsNotTakenForDown() throws Exception {
        look(10);
        assertThat(told).isEmpty();
        assertThat(outages.runningServices()).isEmpty();
        assertThat(blindness.count()).isEqualTo(2);
    }

    @Test
    void whatIsDownIsNotTakenForBackByNotLooking() throws Exception {
        sight = Sight.SILENT;
        look(10);
        assertThat(told).as("five silent looks are an outage").isNotEmpty();
        assertThat(outages.runningServices()).hasSize(1);
        told.clear();
        sight = Sight.BLIND;
        look(10);
        assertThat(told).isEmpty();
        assertThat(outages.runningServices()).hasSize(1);
    }

    @Test
    void whoSeesAgainIsCountedNoMore() throws Exception {
        look(1);
        sight = Sight.ANSWERED;
        look(1);
        assertThat(blindness.count()).isZero();
    }

    private void look(int times) throws InterruptedException {
        Inbox inbox = (signal, original) -> {
            told.add(signal);
            return new Receipt.Accepted("1", false);
        };
        var lines = new LineWatching(
                eye, new Lines(() -> directory, new Forgetting()), inbox, () -> directory, clock, blindness);
        var services = new ServiceWatching(eye, outages, () -> directory, clock, blindness);
        for (int i = 0; i < times; i++) {
            lines.look(directory.uplink("main").orElseThrow());
            services.look(directory.service(DOCUMENTS).orElseThrow());
            clock.set(clock.instant().plusSeconds(1));
        }
    }

    private static final class Forgetting implements LineMemory {
        @Override
        public Optional<LinkState> recall(String uplink) {
            return Optional.empty();
        }

        @Override
        public void remember(String uplink, LinkState state) {}
    }
}
