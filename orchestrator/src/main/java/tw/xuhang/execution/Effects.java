package tw.xuhang.execution;

import java.time.Duration;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.port.StepPort;

/** Calls the ports, each call on a hand of its own, and tells the run what came of it. */
final class Effects {

    private static final Logger LOG = LoggerFactory.getLogger(Effects.class);
    private static final Duration LEASE_AGAIN = Duration.ofSeconds(1);

    /** Whoever cannot be asked, or told to stop, this often, over six minutes, will not be. */
    private static final int PATIENCE = 15;

    private final StepPorts ports;
    private final Crew crew;
    private final Lease lease;

    Effects(StepPorts ports, Crew crew, Lease lease) {
        this.ports = ports;
        this.crew = crew;
        this.lease = lease;
    }

    @FunctionalInterface
    private interface Call {
        void make(StepPort port) throws InterruptedException;
    }

    @FunctionalInterface
    private interface Question {
        Inquiry ask(StepPort port, Attempt attempt) throws InterruptedException;
    }

    void perform(Attempt attempt, Consumer<Message> tell) {
        // Left alone, it never started: the run says so in a write, which only its owner can make, and starts anew.
        call(
                attempt,
                port -> tell.accept(came(attempt, port.perform(attempt))),
                () -> tell.accept(learned(attempt, new Inquiry.NeverStarted())),
                why -> tell.accept(lost(attempt, why)));
    }

    void attach(Attempt attempt, Consumer<Message> tell) {
        call(
                attempt,
                port -> tell.accept(came(attempt, port.attach(attempt))),
                () -> attach(attempt, tell),
                why -> tell.accept(lost(attempt, why)));
    }

    /** @param elsewhere whether another node began it */
    void inquire(Attempt attempt, boolean elsewhere, Consumer<Message> tell) {
        inquire(attempt, elsewhere ? StepPort::inquireElsewhere : StepPort::inquire, "", 0, tell);
    }

    /** @param lost why it has to be asked about although this very process began it */
    void inquireAfter(Duration pause, Attempt attempt, String lost, Consumer<Message> tell) {
        crew.later(pause, () -> inquire(attempt, StepPort::inquire, lost, 0, tell));
    }

    private void inquire(Attempt attempt, Question question, String lost, int failed, Consumer<Message> tell) {
        call(
                attempt,
                port -> tell.accept(learned(attempt, lost, question.ask(port, attempt))),
                () -> inquire(attempt, question, lost, failed, tell),
                // Nobody was asked yet, so nothing is known: another attempt beside this one might be the second.
                why -> {
                    if (failed < PATIENCE) {
                        crew.later(Pauses.after(failed), () -> inquire(attempt, question, lost, failed + 1, tell));
                    } else {
                        tell.accept(learned(attempt, lost, new Inquiry.Unknown(why)));
                    }
                });
    }

    /** @param lost empty: an earlier life began it */
    private static Message learned(Attempt attempt, String lost, Inquiry inquiry) {
        if (lost.isEmpty()) {
            return learned(attempt, inquiry);
        }
        return switch (inquiry) {
            case Inquiry.NeverStarted ignored ->
                new Message.NotBegun(attempt.step().name(), attempt.id(), lost);
            case Inquiry.Unknown unknown -> learned(attempt, new Inquiry.Unknown(lost + "; " + unknown.why()));
            case Inquiry.Finished ignored -> learned(attempt, inquiry);
            case Inquiry.Running ignored -> learned(attempt, inquiry);
            case Inquiry.Waits ignored -> learned(attempt, inquiry);
        };
    }

    void abort(Attempt attempt) {
        abort(attempt, 0);
    }

    private void abort(Attempt attempt, int failed) {
        call(attempt, port -> port.abort(attempt), () -> abort(attempt, failed), why -> {
            if (failed < PATIENCE) {
                crew.later(Pauses.after(failed), () -> abort(attempt, failed + 1));
            }
        });
    }

    private static Message came(Attempt attempt, Report report) {
        return new Message.Came(attempt.step().name(), attempt.id(), report);
    }

    private static Message learned(Attempt attempt, Inquiry inquiry) {
        return new Message.Learned(attempt.step().name(), attempt.id(), inquiry);
    }

    private static Message lost(Attempt attempt, String why) {
        return new Message.Lost(attempt.step().name(), attempt.id(), why);
    }

    private void whenTheLeaseStands(Runnable then) {
        crew.later(LEASE_AGAIN, () -> {
            if (lease.stands()) {
                then.run();
            } else {
                whenTheLeaseStands(then);
            }
        });
    }

    /**
     * @param leftAlone what to do then where the lease does not stand: another node may own the run by now
     * @param failed what to do when the port threw
     */
    private void call(Attempt attempt, Call call, Runnable leftAlone, Consumer<String> failed) {
        crew.execute(() -> {
            if (!lease.stands()) {
                LOG.warn("attempt {} is left alone: this node's lease no longer stands", attempt.id());
                whenTheLeaseStands(leftAlone);
                return;
            }
            try {
                call.make(ports.of(attempt));
            } catch (InterruptedException e) {
                // The service stops. The attempt stays started without outcome; the next life asks about it.
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                // The one place where a port's bug or broken I/O must not take the run with it (R3: in doubt).
                LOG.error(
                        "a call about attempt {} of step {} failed",
                        attempt.id(),
                        attempt.step().name(),
                        e);
                failed.accept(
                        e.getMessage() == null ? e.toString() : e.getClass().getSimpleName() + ": " + e.getMessage());
            } catch (Error e) {
                // A class that is missing, a stack that is too deep: the thread ends by it, the run must not wait for
                // ever for what it was to bring. Thrown on, for nobody here can say what else it has broken.
                failed.accept(e.toString());
                throw e;
            }
        });
    }
}
