package tw.xuhang.runbook.port;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Looks whether something answers, from a named place. One look, one result; never throws for a silent peer. */
public interface Prober {

    Look look(Question question) throws InterruptedException;

    /**
     * @param vantage command that stands before the probe's own, i.e. the place it looks from; empty:
     *     this machine
     * @param through network interface the question must leave by; empty: as routed
     * @param timeout after which silence counts as no answer
     */
    record Question(List<String> vantage, Optional<String> through, Way way, Duration timeout) {
        public Question {
            vantage = List.copyOf(vantage);
        }
    }

    /** How it is asked. */
    sealed interface Way {
        /** @param host address or name */
        record Icmp(String host) implements Way {}

        /** Any status below 500 is an answer. */
        record Http(String url) implements Way {}
    }

    /**
     * @param answered whether it answered in time
     * @param took time to the answer, or the time waited
     * @param detail one line for the log: status, error
     */
    record Look(boolean answered, Duration took, String detail) {}
}
