package tw.xuhang.runbook.port;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/** How an attempt ended. Facts are small named values for the timeline and for later steps. */
public sealed interface Outcome {

    /** The fact that tells of an attempt that only pretended, and whom or what it would have reached. */
    String PRETENDED = "pretended";

    /** The fact that tells of a playbook that only said what it would change. */
    String CHECKED = "checked";

    Map<String, String> facts();

    default boolean wasPretended() {
        return facts().containsKey(PRETENDED);
    }

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

    /** @param what whom or what it would have reached, were it no exercise (R7) */
    static Outcome pretended(String what) {
        return new Succeeded(Map.of(PRETENDED, what));
    }

    static Outcome failed(String reason) {
        return new Failed(reason, Map.of());
    }

    static Outcome notNeeded(String reason) {
        return new NotNeeded(reason, Map.of());
    }
}
