package tw.xuhang.integration.ansible;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Playbooks;

/**
 * Stands for ansible-runner where no playbook shall really run. It plays the outside world: keep the one
 * object over a restart of what is tested. Held to the same contract as {@link AnsiblePlaybooks}.
 */
public final class ScriptedPlaybooks implements Playbooks {

    private final Map<String, Script> scripts = new ConcurrentHashMap<>();
    private final Map<String, Optional<ScriptedAttempt>> attempts = new ConcurrentHashMap<>();
    private final LongSupplier ticker;

    /** @param ticker monotonic nanoseconds, for the limits of an order */
    public ScriptedPlaybooks(LongSupplier ticker) {
        this.ticker = ticker;
    }

    /**
     * What a playbook does, task by task.
     *
     * @param end its outcome when it comes to its end; cut short it never gets there
     */
    public record Script(List<Act> acts, Outcome end) {
        public Script {
            acts = List.copyOf(acts);
        }

        public static Script succeeding(Act... acts) {
            return new Script(List.of(acts), new Outcome.Succeeded(Map.of("hosts", "localhost")));
        }

        public static Script failing(String reason, Act... acts) {
            return new Script(List.of(acts), Outcome.failed(reason));
        }
    }

    /** One task of a script. */
    public sealed interface Act {
        /** Changes the world: counted in {@link #effects}. Nothing is changed in check mode. */
        record Effect(String task) implements Act {}

        /** Does nothing until {@link #release}. */
        record Hold(String task) implements Act {}

        /** The runner is killed here: nobody can tell how far the attempt came. */
        record Crash() implements Act {}
    }

    public ScriptedPlaybooks on(String playbook, Script script) {
        scripts.put(playbook, script);
        return this;
    }

    /** How often the attempt really changed the world. */
    public int effects(String ident) {
        return started(ident).map(ScriptedAttempt::effects).orElse(0);
    }

    /** Every attempt that really started, in no order. */
    public List<Order> launched() {
        var orders = new ArrayList<Order>();
        attempts.values().forEach(attempt -> attempt.ifPresent(one -> orders.add(one.order())));
        return orders;
    }

    /** Lets an attempt go on that is at a {@link Act.Hold}, or will come to one. */
    public void release(String ident) {
        started(ident).ifPresent(ScriptedAttempt::release);
    }

    /** The runner is killed now, wherever it is. */
    public void crash(String ident) {
        started(ident).ifPresent(ScriptedAttempt::crash);
    }

    @Override
    public Outcome run(Order order, Consumer<Event> log) throws InterruptedException {
        Script script = scripts.get(order.playbook());
        if (script == null || !Claim.nameable(order.ident())) {
            return Outcome.failed("no playbook " + order.playbook() + " in the project");
        }
        var attempt = new ScriptedAttempt(order, script, ticker);
        var before = attempts.putIfAbsent(order.ident(), Optional.of(attempt));
        if (before != null) {
            if (before.isEmpty()) {
                return Outcome.failed("aborted before it started");
            }
            throw new InDoubt("attempt " + order.ident() + " was launched before");
        }
        Thread.ofVirtual().name("scripted-" + order.ident()).start(attempt);
        return attempt.follow(log);
    }

    @Override
    public Inquiry inquire(String ident) {
        return claim(ident).map(ScriptedAttempt::inquire).orElseGet(Inquiry.NeverStarted::new);
    }

    @Override
    public Outcome attach(Order order, Consumer<Event> log) throws InterruptedException {
        return started(order.ident())
                .orElseThrow(() -> new InDoubt("nothing to attach to: " + order.ident()))
                .follow(log);
    }

    @Override
    public void abort(String ident) {
        claim(ident).ifPresent(ScriptedAttempt::abort);
    }

    /** As the real one: who asks about an attempt that never started makes sure that it never will. */
    private Optional<ScriptedAttempt> claim(String ident) {
        return attempts.computeIfAbsent(ident, never -> Optional.empty());
    }

    private Optional<ScriptedAttempt> started(String ident) {
        return attempts.getOrDefault(ident, Optional.empty());
    }
}
