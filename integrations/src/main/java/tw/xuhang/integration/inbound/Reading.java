package tw.xuhang.integration.inbound;

import java.util.List;
import tw.xuhang.signal.Signal;

/** What was understood of a delivery. All of it or nothing. */
public sealed interface Reading {

    /** Possibly empty: a delivery may carry nothing new. */
    record Parsed(List<Signal> signals) implements Reading {
        public Parsed {
            signals = List.copyOf(signals);
        }
    }

    /**
     * It cannot be used, and sending it again will not help.
     *
     * @param code stable name for programs, e.g. {@code unknown-field}
     * @param where JSON pointer, or {@code line:column}, or empty for the whole
     * @param advice what the sender can do, one line; never repeats what was sent
     */
    record Rejected(String code, String where, String advice) implements Reading {}
}
