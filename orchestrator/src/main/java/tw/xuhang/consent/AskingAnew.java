package tw.xuhang.consent;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tw.xuhang.directory.Directory;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step.Consent.Act;
import tw.xuhang.runbook.Text;

/**
 * Opens a request that no run asks for: after a refusal whose reason is gone, where continuity becomes necessary when
 * the run is long over, or where no way back asks to stand down (P-25). The leader sees the facts of that moment and
 * makes the request on them as on any other (C2).
 */
public final class AskingAnew {

    /** As the shipped runbooks have it. */
    private static final ConsentEntry.Patience PATIENCE =
            new ConsentEntry.Patience(Duration.ofMinutes(10), Duration.ofMinutes(20), Duration.ofMinutes(30));

    private final Consents consents;
    private final CaseConsent cases;
    private final Supplier<Directory> directory;
    private final Function<Act, List<Text>> effects;
    private final InstantSource clock;

    /** @param effects what begins when it is declared, for people */
    public AskingAnew(
            Consents consents,
            CaseConsent cases,
            Supplier<Directory> directory,
            Function<Act, List<Text>> effects,
            InstantSource clock) {
        this.consents = consents;
        this.cases = cases;
        this.directory = directory;
        this.effects = effects;
        this.clock = clock;
    }

    /** What could be asked for in this case now: to stand down what is declared, else to declare. */
    public Act act(String incident) {
        return cases.state(incident) == CaseConsent.State.DECLARED ? Act.STAND_DOWN : Act.DECLARE;
    }

    /**
     * A request for the leader to make, prepared on what is known now. Two who open it at once have opened the same.
     *
     * @param incident an open case
     */
    public Answer open(String incident, Mode mode, String by) {
        Act act = act(incident);
        if (directory.get().person(by).isEmpty()) {
            return new Answer.Declined(new Refusal.NotOnFile(by));
        }
        Optional<Standing> standing = Standing.of(directory.get(), by, Duty.REQUEST, act, clock.instant());
        if (standing.isEmpty()) {
            return new Answer.Declined(new Refusal.NoAuthority(by, Duty.REQUEST));
        }
        List<ConsentRequest> all = cases.all(incident);
        Optional<ConsentRequest> open =
                all.stream().filter(request -> !request.phase().isClosed()).findFirst();
        if (open.isPresent()) {
            return new Answer.Declined(new Refusal.StillOpen(open.get().key()));
        }
        String key = "case-%s.%d".formatted(incident, all.size() + 1);
        consents.open(opened(key, act, incident, mode), standing.get().actor());
        return new Answer.Recorded(consents.upkeep(key));
    }

    private ConsentEntry.Opened opened(String key, Act act, String incident, Mode mode) {
        return new ConsentEntry.Opened(key, act, incident, "", "", "", 0, mode, false, PATIENCE, effects.apply(act));
    }
}
