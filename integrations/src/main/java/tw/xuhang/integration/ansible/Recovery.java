package tw.xuhang.integration.ansible;

import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;

/** What became of an attempt, told from its claim, its lock, its processes and its events alone (R3). */
record Recovery(AnsibleHome home, UnaryOperator<String> scrub, Launcher launcher, Claim claim) {

    /** Takes the claim where nobody has it: after that the attempt can never start. */
    Inquiry inquire() throws InterruptedException {
        if (claim.takeForNothing() || claim.isVoid()) {
            return new Inquiry.NeverStarted();
        }
        if (claim.ended().isEmpty() && !claim.isPruned() && beats()) {
            return new Inquiry.Running();
        }
        return conclude(judged());
    }

    boolean beats() throws InterruptedException {
        return new Pulse(home, claim).beats();
    }

    /** The word on an attempt on which nobody works any more. */
    Inquiry conclude(Verdict verdict) {
        launcher.forgetVariables(claim);
        if (claim.isPruned()) {
            return new Inquiry.Unknown("it ended long ago, its events were removed");
        }
        String why = claim.ended().map(Claim.Ended::why).or(claim::ending).orElse("exit");
        int exit = claim.ended().map(Claim.Ended::status).orElse(-1);
        return switch (why) {
            case "abort" -> new Inquiry.Finished(verdict.cut(why, "aborted"));
            case "idle" -> new Inquiry.Finished(verdict.cut(why, "ended because no event came for too long"));
            case "total" -> new Inquiry.Finished(verdict.cut(why, "ended because it took too long"));
            case "output" -> new Inquiry.Finished(verdict.cut(why, "ended because it printed too much"));
            default ->
                claim.status()
                        .<Inquiry>map(status -> new Inquiry.Finished(verdict.judge(status, exit)))
                        .orElseGet(() -> withoutStatus(verdict, exit));
        };
    }

    private Inquiry withoutStatus(Verdict verdict, int exit) {
        if (claim.started().isEmpty()) {
            // The launcher, or an earlier recovery, died between taking the claim and its first mark.
            return new Inquiry.NeverStarted();
        }
        if (exit > 0 && !claim.reachedAnsible()) {
            return new Inquiry.Finished(Outcome.failed("ansible-runner ended with status " + exit + ": " + said()));
        }
        String how = exit > 0 ? "ansible-runner left no result: " + said() : "ansible-runner was killed";
        return new Inquiry.Unknown(how + verdict.lastTask() + detached());
    }

    private String said() {
        return OneLine.of(scrub.apply(claim.printed()), 500);
    }

    private String detached() {
        String left = new ProcessTree(claim)
                .everything().stream()
                        .map(process -> Long.toString(process.pid()))
                        .sorted()
                        .collect(Collectors.joining(","));
        return left.isEmpty() ? "" : "; processes still there: " + left;
    }

    private Verdict judged() {
        var verdict = new Verdict(scrub);
        new JobEvents(claim.events()).drain(verdict::add);
        return verdict;
    }
}
