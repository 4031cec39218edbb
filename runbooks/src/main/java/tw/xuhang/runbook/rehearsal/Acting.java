package tw.xuhang.runbook.rehearsal;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.runbook.Need;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Waiting;
import tw.xuhang.runbook.run.Post;

/** How the step ports would behave, with the world taken out of them. */
final class Acting {

    static final Need DECLARATION = Need.DECLARATION;

    private static final Waiting ORDER = new Waiting.Vendor("order");

    private Acting() {}

    /** What the port says it waits for once it has asked somebody; empty for what machines do. */
    static Optional<Waiting> waiting(Step step) {
        return switch (step) {
            case Step.Task task -> Optional.of(new Waiting.Person(task.who(), "task"));
            case Step.Consent consent ->
                Optional.of(
                        consent.atLimit()
                                ? new Waiting.Clock("declaration-limit")
                                : new Waiting.Person(consent.of(), "consent"));
            case Step.Dispatch dispatch ->
                dispatch.finish() == Step.Dispatch.Finish.ACKNOWLEDGED ? Optional.of(ORDER) : Optional.empty();
            default -> Optional.empty();
        };
    }

    /** The same of an attempt that hangs: an order that cannot leave waits for its vendor too. */
    static Optional<Waiting> hanging(Step step) {
        return step instanceof Step.Dispatch ? Optional.of(ORDER) : waiting(step);
    }

    /** Whether an attempt comes to an end without people, a clock or other steps: then it succeeds unless said otherwise. */
    static boolean endsByItself(Step step) {
        return waiting(step).isEmpty()
                && !(step instanceof Step.Wait)
                && step.inner().isEmpty();
    }

    /** How far the vendor has come: what the cue's fact {@code answer} says, else what ended the step. */
    static Optional<Post> aboutVendor(Step step, Outcome outcome) {
        if (!(step instanceof Step.Dispatch dispatch) || !(outcome instanceof Outcome.Succeeded)) {
            return Optional.empty();
        }
        String usual = dispatch.finish() == Step.Dispatch.Finish.ACKNOWLEDGED ? "acknowledged" : "";
        String said = outcome.facts().getOrDefault("answer", usual);
        return Arrays.stream(Step.Dispatch.Answer.values())
                .filter(answer ->
                        answer.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(said))
                .<Post>map(answer -> new Post.Answered(step.name(), answer))
                .findFirst();
    }

    static Optional<Duration> limit(Optional<Step> step) {
        return step.flatMap(s -> s.frame().timeout());
    }

    /** What the run is told besides, when a request to declare has come to its end. */
    static Optional<Post> aboutDeclaration(Step step, Outcome outcome) {
        if (!(step instanceof Step.Consent consent) || consent.act() != Step.Consent.Act.DECLARE) {
            return Optional.empty();
        }
        return Optional.of(
                switch (outcome) {
                    case Outcome.Succeeded _ -> new Post.Met(DECLARATION);
                    case Outcome.Failed _ -> new Post.Lost(DECLARATION, "refused");
                    case Outcome.NotNeeded _ -> new Post.Lost(DECLARATION, "withdrawn");
                });
    }

    /** How long an attempt takes about which nothing is said. */
    static Duration usual(Optional<Step> step) {
        return step.flatMap(s -> s.frame().expected()).orElse(Duration.ZERO);
    }

    /** How long a probe looks: one that sees what it should not goes on until it gives up. */
    static Duration looking(Step.Probe probe, boolean reachable) {
        return probe.expect().reachable() == reachable
                ? probe.frame().expected().orElse(probe.expect().lasting())
                : probe.expect().within().plus(probe.expect().lasting());
    }

    static Outcome outcome(Cue.Result result, Cue cue) {
        String says = cue.says();
        Map<String, String> facts = cue.facts();
        return switch (result) {
            case DONE -> new Outcome.Succeeded(facts);
            case FAILED -> new Outcome.Failed(says.isEmpty() ? "failed" : says, facts);
            case NOT_NEEDED -> new Outcome.NotNeeded(says.isEmpty() ? "not needed" : says, facts);
            case HANGS -> new Outcome.Failed(says.isEmpty() ? "did not end in time" : says, facts);
            case SKIPPED, LOST -> throw new IllegalArgumentException(result + " is no outcome");
        };
    }

    static Outcome seen(Step.Probe probe, boolean reachable) {
        boolean expected = probe.expect().reachable() == reachable;
        return expected ? Outcome.succeeded() : Outcome.failed(reachable ? "answers" : "no answer");
    }
}
