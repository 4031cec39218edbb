package tw.xuhang.runbook.port;

import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

/** Runs Ansible playbooks, each ident at most once, and can be asked about an ident after a crash. */
public interface Playbooks {

    /**
     * Runs to the end and returns the result taken from the run's events. What cannot start at all (no such
     * playbook, no ansible-runner) has failed, and took no claim.
     *
     * @param log gets each event as it is written, in order, also those written before an attach
     * @throws InDoubt the ident was launched before, or it ended and nobody can tell how
     * @throws InterruptedException only the following ended; the playbook goes on and can be attached to
     */
    Outcome run(Order order, Consumer<Event> log) throws InterruptedException;

    /** Finished, running, never started (its claim is then taken for good) or unknown. */
    Inquiry inquire(String ident) throws InterruptedException;

    /** Goes on following an ident that {@link #inquire} found running. */
    Outcome attach(Order order, Consumer<Event> log) throws InterruptedException;

    /**
     * Ends the whole process tree of the ident: TERM, then KILL. Returns when it is ended. One that has not
     * started yet never will; no effect on one that has ended.
     */
    void abort(String ident) throws InterruptedException;

    /**
     * @param ident the attempt's {@link AttemptId#ident()}
     * @param playbook file name in the project, no path
     * @param variables extra variables; values from outside are data and never evaluated
     * @param idle ended when no event comes for this long
     * @param total ended after this long whatever happens
     * @param check Ansible's {@code --check}: says what it would change
     */
    record Order(
            String ident,
            String playbook,
            Map<String, Object> variables,
            Duration idle,
            Duration total,
            boolean check) {
        public Order {
            variables = Map.copyOf(variables);
        }
    }

    /**
     * One line of the step's log.
     *
     * @param counter position in the run, from 1
     * @param level {@code info}, {@code ok}, {@code changed}, {@code failed}, {@code unreachable}
     */
    record Event(long counter, String level, String host, String task, String text) {}

    /** The outcome has to be found out by {@link #inquire}, or by a person. */
    final class InDoubt extends RuntimeException {
        public InDoubt(String why) {
            super(why);
        }
    }
}
