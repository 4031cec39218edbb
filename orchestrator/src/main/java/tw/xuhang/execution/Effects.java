package tw.xuhang.execution;

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
        call(attempt, tell, port -> came(attempt, port.perform(attempt)));
    }

    void attach(Attempt attempt, Consumer<Message> tell) {
        call(attempt, tell, port -> came(attempt, port.attach(attempt)));
    }

    void inquire(Attempt attempt, Consumer<Message> tell) {
        call(attempt, tell, port -> {
            Inquiry inquiry = port.inquire(attempt);
            return new Message.Learned(attempt.step().name(), attempt.id(), inquiry);
        });
    }

    void abort(Attempt attempt) {
        call(attempt, message -> {}, port -> {
            port.abort(attempt);
            return new Message.Look();
        });
    }

    private static Message came(Attempt attempt, Report report) {
        return new Message.Came(attempt.step().name(), attempt.id(), report);
    }

    private void call(Attempt attempt, Consumer<Message> tell, Call call) {
        crew.execute(() -> {
            if (!lease.stands()) {
                LOG.warn("attempt {} is left alone: this node's lease no longer stands", attempt.id());
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
