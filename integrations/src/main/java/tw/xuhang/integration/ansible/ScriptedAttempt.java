package tw.xuhang.integration.ansible;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tw.xuhang.integration.ansible.ScriptedPlaybooks.Act;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Playbooks.Event;
import tw.xuhang.runbook.port.Playbooks.InDoubt;
import tw.xuhang.runbook.port.Playbooks.Order;

/** A script being played. It goes on whoever follows it, as a process would. */
final class ScriptedAttempt implements Runnable {

    private final Order order;
    private final ScriptedPlaybooks.Script script;
    private final LongSupplier ticker;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Event> events = new ArrayList<>();
    private boolean released;
    private int effects;
    private @Nullable Inquiry end;

    ScriptedAttempt(Order order, ScriptedPlaybooks.Script script, LongSupplier ticker) {
        this.order = order;
        this.script = script;
        this.ticker = ticker;
    }

    Order order() {
        return order;
    }

    @Override
    public void run() {
        long began = ticker.getAsLong();
        lock.lock();
        try {
            say("info", "", "play: " + order.playbook());
            for (Act act : script.acts()) {
                if (end == null) {
                    play(act, began);
                }
            }
            finish(new Inquiry.Finished(script.end()));
        } finally {
            lock.unlock();
        }
    }

    int effects() {
        return locked(() -> effects);
    }

    void release() {
        locked(() -> {
            released = true;
        });
    }

    void crash() {
        locked(() -> finish(new Inquiry.Unknown("ansible-runner was killed")));
    }

    void abort() {
        locked(() -> cut("abort", "aborted"));
    }

    Inquiry inquire() {
        return locked(() -> end == null ? new Inquiry.Running() : end);
    }

    Outcome follow(Consumer<Event> log) throws InterruptedException {
        int told = 0;
        while (true) {
            List<Event> news;
            Inquiry last;
            lock.lockInterruptibly();
            try {
                while (end == null && told == events.size()) {
                    changed.await();
                }
                news = List.copyOf(events.subList(told, events.size()));
                last = end;
            } finally {
                lock.unlock();
            }
            news.forEach(log);
            told += news.size();
            switch (last) {
                case null -> {}
                case Inquiry.Finished finished -> {
                    return finished.outcome();
                }
                default -> throw new InDoubt("ansible-runner was killed");
            }
        }
    }

    private void play(Act act, long began) {
        switch (act) {
            case Act.Effect effect -> {
                effects += order.check() ? 0 : 1;
                say(order.check() ? "info" : "changed", effect.task(), order.check() ? "skipped" : "changed");
            }
            case Act.Hold hold -> {
                say("info", hold.task(), "task: " + hold.task());
                hold(began);
            }
            case Act.Crash crash -> finish(new Inquiry.Unknown("ansible-runner was killed"));
        }
    }

    private void hold(long began) {
        long now = ticker.getAsLong();
        long idleAt = now + order.idle().toNanos();
        long totalAt = began + order.total().toNanos();
        while (!released && end == null) {
            now = ticker.getAsLong();
            if (now >= totalAt) {
                cut("total", "ended because it took too long");
            } else if (now >= idleAt) {
                cut("idle", "ended because no event came for too long");
            } else {
                await(Math.min(totalAt, idleAt) - now);
            }
        }
    }

    @SuppressWarnings({"WaitNotInLoop", "ReturnValueIgnored"}) // the caller is the loop, and looks at the clock itself
    private void await(long nanos) {
        try {
            changed.awaitNanos(nanos);
        } catch (InterruptedException e) {
            throw new IllegalStateException("nobody interrupts a script", e);
        }
    }

    private void cut(String why, String reason) {
        finish(new Inquiry.Finished(new Outcome.Failed(reason, Map.of("ended", why))));
    }

    private void finish(Inquiry how) {
        if (end == null) {
            end = how;
            changed.signalAll();
        }
    }

    private void say(String level, String task, String text) {
        events.add(new Event(events.size() + 1L, level, task.isEmpty() ? "" : "localhost", task, text));
        changed.signalAll();
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private <T> T locked(Supplier<T> question) {
        lock.lock();
        try {
            return question.get();
        } finally {
            lock.unlock();
        }
    }
}
