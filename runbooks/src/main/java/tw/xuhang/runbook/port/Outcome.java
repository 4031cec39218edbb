package tw.xuhang.runbook.port;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** How an attempt ended. Facts are small named values for the timeline and for later steps. */
public sealed interface Outcome {

    Map<String, String> facts();

    record Succeeded(Map<String, String> facts) implements Outcome {
        public Succeeded {
            facts = Map.copyOf(facts);
        }
    }

    /** @param reason what failed and where, one line for the operator */
    record Failed(String reason, Map<String, String> facts) implements Outcome {
        public Failed {
            requireNonNull(reason, "reason is null");
            facts = Map.copyOf(facts);
        }
    }

    /** The reason for the step is gone, e.g. every service came back before consent was needed. */
    record NotNeeded(String reason, Map<String, String> facts) implements Outcome {
        public NotNeeded {
            requireNonNull(reason, "reason is null");
            facts = Map.copyOf(facts);
        }
    }

    static Outcome succeeded() {
        return new Succeeded(Map.of());
    }

    static Outcome failed(String reason) {
        return new Failed(reason, Map.of());
    }

    static Outcome notNeeded(String reason) {
        return new NotNeeded(reason, Map.of());
    }
}
