package tw.xuhang.step;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Prober;
import tw.xuhang.runbook.port.Prober.Look;
import tw.xuhang.runbook.port.Prober.Sight;
import tw.xuhang.runbook.port.Report;

class ProbeStepsTest {

    private static final Instant NOW = Instant.parse("2026-07-01T00:00:00Z");
    private static final Prober.Question MAIN =
            new Prober.Question(List.of(), Optional.of("p0"), new Prober.Way.Icmp("192.0.2.1"), Duration.ofSeconds(1));

    @Test
    void aLineThatCouldNotBeLookedAtIsNeitherSeenDownNorUp() throws Exception {
        assertThat(probe(Sight.BLIND, false))
                .isInstanceOfSatisfying(
                        Report.Doubted.class,
                        d -> assertThat(d.why()).contains("could not look at main", "no such device"));
        assertThat(probe(Sight.BLIND, true)).isInstanceOf(Report.Doubted.class);
    }

    @Test
    void aSilentLineIsDownAndAnAnsweringOneIsUp() throws Exception {
        assertThat(outcome(Sight.SILENT, false)).isInstanceOf(Outcome.Succeeded.class);
        assertThat(outcome(Sight.ANSWERED, true)).isInstanceOf(Outcome.Succeeded.class);
        assertThat(outcome(Sight.SILENT, true)).isInstanceOf(Outcome.Failed.class);
        assertThat(outcome(Sight.ANSWERED, false)).isInstanceOf(Outcome.Failed.class);
    }

    private static Outcome outcome(Sight sight, boolean reachable) throws InterruptedException {
        return ((Report.Ended) probe(sight, reachable)).outcome();
    }

    private static Report probe(Sight sight, boolean reachable) throws InterruptedException {
        var questions = new ProbeSteps.Questions() {
            @Override
            public Optional<Prober.Question> uplink(String key) {
                return Optional.of(MAIN);
            }

            @Override
            public Map<String, Prober.Question> servicesOf(String run) {
                return Map.of();
            }
        };
        Prober eye = question -> new Look(sight, Duration.ZERO, "no such device");
        var step = new Step.Probe(
                Frame.named("still-down"),
                new Step.Probe.Target.Uplink("$main"),
                new Step.Probe.Expect(reachable, Duration.ZERO, Duration.ZERO));
        return new ProbeSteps(eye, questions, () -> NOW, span -> {})
                .perform(new Attempt(
                        new AttemptId("run/2026-0001.1", 1),
                        "2026-0001.1",
                        "2026-0001",
                        step,
                        1,
                        Map.of("main", "main"),
                        Mode.LIVE));
    }
}
