package tw.xuhang.integration.ansible;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Playbooks;

/**
 * Playbooks by ansible-runner, each attempt at most once within one {@link AnsibleHome#workdir} (R3).
 *
 * <p>An attempt that was ended from outside has failed with the fact {@code ended}: {@code abort},
 * {@code idle}, {@code total} or {@code output}. Ending it ends every process on this machine; what it
 * began on another host through ssh may still finish there.
 */
public final class AnsiblePlaybooks implements Playbooks {

    private static final int RUNNING = 75;
    private static final int CLAIMED = 76;

    private final AnsibleHome home;
    private final UnaryOperator<String> scrub;
    private final LongSupplier ticker;
    private final Launcher launcher;
    private final Catalogue catalogue;

    /**
     * @param scrub takes secrets out of every text that leaves as log, reason or fact
     * @param ticker monotonic nanoseconds
     * @throws java.io.UncheckedIOException the work folder cannot be made
     */
    public AnsiblePlaybooks(AnsibleHome home, UnaryOperator<String> scrub, LongSupplier ticker) {
        this.home = home;
        this.scrub = scrub;
        this.ticker = ticker;
        this.launcher = new Launcher(home);
        this.catalogue = new Catalogue(home.project());
    }

    @Override
    public Outcome run(Order order, Consumer<Event> log) throws InterruptedException {
        Optional<String> refusal = refusal(order);
        if (refusal.isPresent()) {
            return Outcome.failed(refusal.get());
        }
        Launcher.Launch launch;
        try {
            launch = launcher.launch(order);
        } catch (IOException e) {
            return Outcome.failed("nothing was started: " + OneLine.of(String.valueOf(e.getMessage()), 300));
        }
        while (launch.process().isAlive() && !launch.holdsClaim()) {
            launch.process().waitFor(10, TimeUnit.MILLISECONDS);
        }
        return launch.holdsClaim()
                ? following(order, log).follow(Optional.of(launch.process()))
                : refused(order, launch);
    }

    @Override
    public Inquiry inquire(String ident) throws InterruptedException {
        if (!Claim.nameable(ident)) {
            return new Inquiry.NeverStarted();
        }
        return new Recovery(home, scrub, launcher, claim(ident)).inquire();
    }

    @Override
    public Outcome attach(Order order, Consumer<Event> log) throws InterruptedException {
        if (!Claim.nameable(order.ident())
                || !claim(order.ident()).isTaken()
                || claim(order.ident()).isVoid()) {
            throw new InDoubt("nothing to attach to: " + order.ident());
        }
        return following(order, log).follow(Optional.empty());
    }

    @Override
    public void abort(String ident) throws InterruptedException {
        if (Claim.nameable(ident)) {
            new Ending(home, claim(ident), ticker).end("abort");
        }
    }

    /**
     * Removes what ended attempts wrote before this time; call it for times that are long recorded. The
     * claims stay, so that none of them can run again; asked about, they are unknown.
     *
     * @return how many were removed
     */
    public int prune(Instant before) {
        return new Pruning(home.workdir()).prune(before);
    }

    private Optional<String> refusal(Order order) {
        return Claim.nameable(order.ident())
                ? catalogue.refusal(order.playbook()).or(() -> Variables.refusal(order.variables()))
                : Optional.of("not the name of an attempt: " + OneLine.of(order.ident(), 80));
    }

    private Outcome refused(Order order, Launcher.Launch launch) {
        int status = launch.process().exitValue();
        String complaint = launch.complaint();
        launcher.forget(launch);
        if (status == CLAIMED && claim(order.ident()).isVoid()) {
            return Outcome.failed("aborted before it started");
        }
        if (status == CLAIMED || status == RUNNING) {
            throw new InDoubt("attempt " + order.ident() + " was launched before, its outcome is to be inquired");
        }
        return Outcome.failed("nothing was started, the launcher ended with status " + status + ": " + complaint);
    }

    private Following following(Order order, Consumer<Event> log) {
        Claim claim = claim(order.ident());
        return new Following(
                order,
                new Recovery(home, scrub, launcher, claim),
                new Ending(home, claim, ticker),
                new LogLines(home.limits(), scrub, log),
                ticker);
    }

    private Claim claim(String ident) {
        return new Claim(home.workdir(), ident);
    }
}
