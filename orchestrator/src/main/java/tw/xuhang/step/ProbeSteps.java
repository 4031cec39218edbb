package tw.xuhang.step;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Step.Probe.Expect;
import tw.xuhang.runbook.Step.Probe.Target;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Prober;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.port.StepPort;

/** Looks until what is expected has been seen for as long as it must last, or the time for it is over. */
public final class ProbeSteps implements StepPort {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Prober prober;
    private final Questions questions;
    private final InstantSource clock;
    private final Pause pause;

    public ProbeSteps(Prober prober, Questions questions, InstantSource clock, Pause pause) {
        this.prober = prober;
        this.questions = questions;
        this.clock = clock;
        this.pause = pause;
    }

    /** Everything that a probe step asks, by the name that it has for people. */
    public interface Questions {

        Optional<Prober.Question> uplink(String key);

        /** The services that this run serves and that can be reached over a line that is up. */
        Map<String, Prober.Question> servicesOf(String run);
    }

    @Override
    public Report perform(Attempt attempt) throws InterruptedException {
        var step = (Step.Probe) attempt.step();
        Expect expect = step.expect();
        Instant begun = clock.instant();
        Instant good = Instant.MAX;
        while (true) {
            // Each time anew: a line that is found to be down meanwhile takes its services out of the question.
            Map<String, Prober.Question> asked = asked(attempt, step);
            if (asked.isEmpty()) {
                return nothingToAsk(step);
            }
            Sights seen = Sights.of(prober, asked, expect.reachable());
            Instant now = clock.instant();
            good = seen.asExpected() ? (good.equals(Instant.MAX) ? now : good) : Instant.MAX;
            if (seen.asExpected() && !now.isBefore(good.plus(expect.lasting()))) {
                return new Report.Ended(new Outcome.Succeeded(Map.of("seen", String.join(" ", asked.keySet()))));
            }
            boolean over = !now.isBefore(begun.plus(expect.within()).plus(expect.lasting()));
            if (!seen.asExpected() && over) {
                return seen.end(expect.reachable());
            }
            pause.last(BETWEEN_LOOKS);
        }
    }

    @Override
    public Report pretend(Attempt attempt) {
        Map<String, Prober.Question> asked = asked(attempt, (Step.Probe) attempt.step());
        return asked.isEmpty()
                ? nothingToAsk((Step.Probe) attempt.step())
                : new Report.Ended(Outcome.pretended(String.join(" ", asked.keySet())));
    }

    private static Report nothingToAsk(Step.Probe step) {
        // Not having looked is no finding: a gate must not take it for a false alarm.
        return new Report.Doubted("there is nothing on file to look at: " + step.target());
    }

    /** Looking changes nothing, so a look that was lost may be made anew. */
    @Override
    public Inquiry inquire(Attempt attempt) {
        return new Inquiry.NeverStarted();
    }

    private Map<String, Prober.Question> asked(Attempt attempt, Step.Probe step) {
        return switch (step.target()) {
            case Target.Uplink line -> {
                String key = attempt.resolve(line.uplink());
                yield questions.uplink(key).map(q -> Map.of(key, q)).orElse(Map.of());
            }
            case Target.ServicesServed ignored -> questions.servicesOf(attempt.run());
        };
    }

    /**
     * One look at everything.
     *
     * @param wrong what was seen and is not as expected
     * @param unseen what could not be looked at, and why: as little proof that it is away as that it is there
     */
    private record Sights(List<String> wrong, List<String> unseen) {

        static Sights of(Prober prober, Map<String, Prober.Question> asked, boolean reachable)
                throws InterruptedException {
            var wrong = new ArrayList<String>();
            var unseen = new ArrayList<String>();
            for (var question : asked.entrySet()) {
                Prober.Look look = prober.look(question.getValue());
                if (look.blind()) {
                    unseen.add(question.getKey() + " (" + look.detail() + ")");
                } else if (look.answered() != reachable) {
                    wrong.add(question.getKey());
                }
            }
            return new Sights(wrong, unseen);
        }

        boolean asExpected() {
            return wrong.isEmpty() && unseen.isEmpty();
        }

        Report end(boolean reachable) {
            return wrong.isEmpty()
                    ? new Report.Doubted("could not look at " + String.join(", ", unseen))
                    : new Report.Ended(Outcome.failed(
                            (reachable ? "no answer from " : "still answers: ") + String.join(", ", wrong)));
        }
    }
}
