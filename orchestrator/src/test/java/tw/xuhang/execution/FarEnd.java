package tw.xuhang.execution;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.port.StepPort;
import tw.xuhang.runbook.port.Waiting;

/** The world beyond the service: outlives every crash, counts what was really done to it. */
final class FarEnd {

    private final Map<String, Integer> effectsByStep = new HashMap<>();
    private final Set<String> claims = new HashSet<>();
    private final Set<String> done = new HashSet<>();
    private final Map<String, Attempt> waiting = new LinkedHashMap<>();
    private final boolean remembers;

    /** @param remembers false: it can say nothing about an attempt that was started */
    FarEnd(boolean remembers) {
        this.remembers = remembers;
    }

    StepPort reachedThrough(Trouble trouble) {
        return new StepPort() {
            @Override
            public Report perform(Attempt attempt) {
                trouble.effectCall();
                if (!claims.add(attempt.id().ident())) {
                    throw new IllegalStateException("launched twice: " + attempt.id());
                }
                effectsByStep.merge(attempt.step().name(), 1, Integer::sum);
                trouble.effectCall();
                return finish(attempt, trouble);
            }

            @Override
            public Inquiry inquire(Attempt attempt) {
                trouble.effectCall();
                return asked(attempt);
            }
        };
    }

    private Report finish(Attempt attempt, Trouble trouble) {
        done.add(attempt.id().ident());
        if (attempt.step() instanceof Step.Task) {
            waiting.put(attempt.id().ident(), attempt);
            trouble.effectCall();
            return new Report.Parked(
                    new Waiting.Person("SERVER_ROOM", attempt.id().ident()));
        }
        trouble.effectCall();
        return new Report.Ended(Outcome.succeeded());
    }

    private Inquiry asked(Attempt attempt) {
        String ident = attempt.id().ident();
        if (!remembers) {
            return new Inquiry.Unknown("no memory");
        }
        if (waiting.containsKey(ident)) {
            return new Inquiry.Waits(new Waiting.Person("SERVER_ROOM", ident));
        }
        if (done.contains(ident)) {
            return new Inquiry.Finished(Outcome.succeeded());
        }
        if (claims.add(ident)) {
            return new Inquiry.NeverStarted();
        }
        return new Inquiry.Unknown("claimed, no result");
    }

    Map<String, Attempt> waiting() {
        return Map.copyOf(waiting);
    }

    int effects(String step) {
        return effectsByStep.getOrDefault(step, 0);
    }
}
