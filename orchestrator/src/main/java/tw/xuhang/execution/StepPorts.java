package tw.xuhang.execution;

import java.util.Map;
import tw.xuhang.runbook.Conduct;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.StepPort;

/** Which port does the work of which kind of step. */
public record StepPorts(Map<String, StepPort> byKind) {

    public StepPorts {
        byKind = Map.copyOf(byKind);
    }

    /** What the attempt is made through; one that only pretends does not come near the world, whatever is asked of it. */
    StepPort of(Attempt attempt) {
        String kind = attempt.step().kind();
        StepPort port = byKind.get(kind);
        if (port == null) {
            throw new IllegalStateException("no port for steps of kind " + kind);
        }
        return attempt.conduct() == Conduct.PRETEND ? new Pretending(port) : port;
    }
}
