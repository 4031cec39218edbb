package tw.xuhang.execution;

import java.util.Map;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.StepPort;

/** Which port does the work of which kind of step. */
public record StepPorts(Map<String, StepPort> byKind) {

    public StepPorts {
        byKind = Map.copyOf(byKind);
    }

    public StepPort of(Step step) {
        StepPort port = byKind.get(step.kind());
        if (port == null) {
            throw new IllegalStateException("no port for steps of kind " + step.kind());
        }
        return port;
    }
}
