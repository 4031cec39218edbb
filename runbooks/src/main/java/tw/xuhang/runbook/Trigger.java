package tw.xuhang.runbook;

import java.util.Map;

/**
 * Which signal starts the runbook, and how boldly (I3).
 *
 * @param signal normalised kind, e.g. {@code link.down}
 * @param where attribute of the signal's subject → value it must have, e.g. {@code role → backbone}
 * @param boldness whether the run acts by itself or only prepares and asks
 */
public record Trigger(String signal, Map<String, String> where, Boldness boldness) {

    public Trigger {
        where = Map.copyOf(where);
    }

    /** A precursor or a public warning only ever asks; an observation on the spot may act. */
    public enum Boldness {
        ACT,
        ASK
    }
}
