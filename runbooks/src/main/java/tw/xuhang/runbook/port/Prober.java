package tw.xuhang.runbook.port;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Looks whether something answers, from a named place. One look, one result; never throws for a silent peer, nor where it cannot look. */
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

    /** What came of a look. A look that could not be made says nothing about what it was to look at. */
    enum Sight {
        ANSWERED,
        /** The question was put and nothing that counts came back in time. */
        SILENT,
        /** The question was not put at all: no such interface, not permitted, its vantage cannot be reached. */
        BLIND
    }

    /**
     * @param took time to the answer, or the time waited
     * @param detail one line for the log: status, error
     */
    record Look(Sight sight, Duration took, String detail) {

        /** A look that was made. */
        public Look(boolean answered, Duration took, String detail) {
            this(answered ? Sight.ANSWERED : Sight.SILENT, took, detail);
        }

        /** Whether it answered in time. That it did not is a finding only where the look is not {@link #blind}. */
        public boolean answered() {
            return sight == Sight.ANSWERED;
        }

        public boolean blind() {
            return sight == Sight.BLIND;
        }
    }
}
