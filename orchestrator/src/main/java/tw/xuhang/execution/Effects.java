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
        Message make(StepPort port) throws InterruptedException;
    }

    void perform(Attempt attempt, Consumer<Message> tell) {
        // Left alone, it never started: the run says so in a write, which only its owner can make, and starts anew.
        call(
                attempt,
                tell,
                port -> came(attempt, port.perform(attempt)),
                () -> tell.accept(learned(attempt, new Inquiry.NeverStarted())));
    }

    void attach(Attempt attempt, Consumer<Message> tell) {
        call(attempt, tell, port -> came(attempt, port.attach(attempt)), () -> attach(attempt, tell));
    }

    void inquire(Attempt attempt, Consumer<Message> tell) {
        call(attempt, tell, port -> learned(attempt, port.inquire(attempt)), () -> inquire(attempt, tell));
    }

    void abort(Attempt attempt) {
        Call aborted = port -> {
            port.abort(attempt);
            return new Message.Look();
        };
        call(attempt, message -> {}, aborted, () -> abort(attempt));
    }

    private static Message came(Attempt attempt, Report report) {
        return new Message.Came(attempt.step().name(), attempt.id(), report);
    }

    private static Message learned(Attempt attempt, Inquiry inquiry) {
        return new Message.Learned(attempt.step().name(), attempt.id(), inquiry);
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

    /** @param leftAlone what to do then where the lease does not stand: another node may own the run by now */
    private void call(Attempt attempt, Consumer<Message> tell, Call call, Runnable leftAlone) {
        crew.execute(() -> {
            if (!lease.stands()) {
                LOG.warn("attempt {} is left alone: this node's lease no longer stands", attempt.id());
                whenTheLeaseStands(leftAlone);
                return;
            }
            try {
                tell.accept(call.make(ports.of(attempt.step())));
            } catch (InterruptedException e) {
                // The service stops. The attempt stays started without outcome; the next life asks about it.
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                // The one place where a port's bug or broken I/O must not take the run with it (R3: in doubt).
                LOG.error(
                        "attempt {} of step {} is in doubt",
                        attempt.id(),
                        attempt.step().name(),
                        e);
                tell.accept(new Message.Lost(attempt.step().name(), attempt.id(), String.valueOf(e.getMessage())));
            }
        });
    }
}
