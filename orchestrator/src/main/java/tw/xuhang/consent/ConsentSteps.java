package tw.xuhang.consent;

import java.util.List;
import java.util.function.Function;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Step.Consent.Act;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.port.StepPort;

/** Does consent steps: opens a request under the attempt's own name, and waits for the people. */
public final class ConsentSteps implements StepPort {

    private final Consents consents;
    private final CaseConsent cases;
    private final Function<Attempt, List<Text>> effects;

    /** @param effects titles of what begins when it is declared */
    public ConsentSteps(Consents consents, CaseConsent cases, Function<Attempt, List<Text>> effects) {
        this.consents = consents;
        this.cases = cases;
        this.effects = effects;
    }

    @Override
    public Report perform(Attempt attempt) {
        var step = (Step.Consent) attempt.step();
        if (step.act() == Act.STAND_DOWN && cases.state(attempt.incident()) != CaseConsent.State.DECLARED) {
            return new Report.Ended(Outcome.notNeeded("nothing was declared in this incident"));
        }
        consents.open(opened(attempt, step));
        ConsentRequest request = consents.upkeep(key(attempt));
        return RequestOutcome.of(request)
                .<Report>map(Report.Ended::new)
                .orElseGet(() -> new Report.Parked(RequestOutcome.waiting(request)));
    }

    @Override
    public Report pretend(Attempt attempt) {
        return new Report.Ended(Outcome.pretended(((Step.Consent) attempt.step()).of()));
    }

    @Override
    public Inquiry inquire(Attempt attempt) {
        ConsentRequest request = consents.get(key(attempt));
        if (request.phase() == Phase.BLANK) {
            // Starting again is safe: whoever opens it second finds it open.
            return new Inquiry.NeverStarted();
        }
        return RequestOutcome.of(request)
                .<Inquiry>map(Inquiry.Finished::new)
                .orElseGet(() -> new Inquiry.Waits(RequestOutcome.waiting(request)));
    }

    @Override
    public void abort(Attempt attempt) {
        consents.withdraw(key(attempt), ConsentEntry.Withdrawn.Reason.RUN_ENDED);
    }

    private ConsentEntry.Opened opened(Attempt attempt, Step.Consent step) {
        return new ConsentEntry.Opened(
                key(attempt),
                step.act(),
                attempt.incident(),
                attempt.run(),
                step.name(),
                attempt.id().stream(),
                attempt.id().seq(),
                attempt.mode(),
                // In a drill no service is away, so none comes to its limit: it is asked at once.
                step.atLimit() && attempt.mode() == Mode.LIVE,
                new ConsentEntry.Patience(step.remindAfter(), step.deputyAfter(), step.callAfter()),
                effects.apply(attempt));
    }

    /** Each attempt is a request of its own: one that was refused is not asked again under the same name. */
    public static String key(Attempt attempt) {
        return attempt.id().ident();
    }
}
