package tw.xuhang.dispatch;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Uplink;
import tw.xuhang.directory.Vendor;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.port.StepPort;
import tw.xuhang.runbook.port.Waiting;

/** Does dispatch steps: places the order under a key of run and step, posts its letter, and waits for the vendor. */
public final class DispatchSteps implements StepPort {

    private static final String BY_LINE = "vendor-of(";

    private final Dispatches dispatches;
    private final SendingOrders sending;
    private final Supplier<Directory> directory;
    private final Function<String, Fault> faults;

    /** @param faults what is known of the incident's trouble, by the incident's number */
    public DispatchSteps(
            Dispatches dispatches,
            SendingOrders sending,
            Supplier<Directory> directory,
            Function<String, Fault> faults) {
        this.dispatches = dispatches;
        this.sending = sending;
        this.directory = directory;
        this.faults = faults;
    }

    /**
     * What is broken.
     *
     * @param uplink key of the line that is down, empty where it is about none
     */
    public record Fault(Text what, Instant since, String uplink) {}

    @Override
    public Report perform(Attempt attempt) throws InterruptedException {
        var step = (Step.Dispatch) attempt.step();
        String to = attempt.resolve(step.to());
        Optional<Vendor> vendor = directory.get().addressee(to);
        if (vendor.isEmpty()) {
            return unknown(to);
        }
        dispatches.place(order(attempt, step, to, vendor.get()));
        DispatchOrder order = sending.climb(key(attempt));
        return OrderOutcome.of(order)
                .<Report>map(Report.Ended::new)
                .orElseGet(() -> new Report.Parked(new Waiting.Vendor(order.key())));
    }

    @Override
    public Report pretend(Attempt attempt) {
        String to = attempt.resolve(((Step.Dispatch) attempt.step()).to());
        return directory
                .get()
                .addressee(to)
                .<Report>map(vendor -> new Report.Ended(Outcome.pretended(vendor.key())))
                .orElseGet(() -> unknown(to));
    }

    private static Report unknown(String vendor) {
        return new Report.Ended(Outcome.failed("the directory has no vendor " + vendor));
    }

    @Override
    public Inquiry inquire(Attempt attempt) {
        DispatchOrder order = dispatches.get(key(attempt));
        if (order.stage() == DispatchOrder.Stage.BLANK
                || order.placed().orElseThrow().attempt() != attempt.id().seq()) {
            // Starting again is safe: whoever places it second finds it placed.
            return new Inquiry.NeverStarted();
        }
        return OrderOutcome.of(order)
                .<Inquiry>map(Inquiry.Finished::new)
                .orElseGet(() -> new Inquiry.Waits(new Waiting.Vendor(order.key())));
    }

    private DispatchEntry.Placed order(Attempt attempt, Step.Dispatch step, String to, Vendor vendor) {
        Fault fault = faults.apply(attempt.incident());
        String line = to.startsWith(BY_LINE) ? to.substring(BY_LINE.length(), to.length() - 1) : fault.uplink();
        String circuit = directory.get().uplink(line).map(Uplink::circuit).orElse("");
        return new DispatchEntry.Placed(
                key(attempt),
                attempt.incident(),
                attempt.run(),
                step.name(),
                attempt.id().stream(),
                attempt.id().seq(),
                attempt.mode(),
                vendor.key(),
                circuit,
                vendor.contacts().size(),
                step.severity(),
                step.finish(),
                step.acknowledgeWithin(),
                fault.what(),
                fault.since(),
                new Text(
                        attempt.resolve(step.ask().zh()),
                        attempt.resolve(step.ask().en())));
    }

    /** One order for the step of the run, however often the step is tried (D1). */
    public static String key(Attempt attempt) {
        return attempt.run() + "." + attempt.step().name();
    }
}
