package tw.xuhang.runbook;

import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One step of a runbook. Texts may hold {@code $name}: a parameter of the runbook. */
public sealed interface Step {

    Frame frame();

    default String name() {
        return frame().name();
    }

    /** Steps inside this one; empty for all but {@link Parallel}, {@link Sequence}, {@link Choose}, {@link Branch}. */
    default List<Step> inner() {
        return List.of();
    }

    /** Whether it does something outside of the run, so that starting it is work for a port. */
    default boolean hasEffect() {
        return inner().isEmpty() && !(this instanceof Wait);
    }

    /**
     * How far it goes in a run of this mode. In a drill people are told and asked, marked as such, and nothing else is
     * touched unless the runbook says so; a simulation touches nothing and asks nobody.
     */
    default Conduct conduct(Mode mode) {
        return switch (mode) {
            case LIVE -> Conduct.REAL;
            case DRILL ->
                switch (this) {
                    case Ansible _, Probe _, Dispatch _ -> frame().inDrill().orElse(Conduct.PRETEND);
                    case Notify _, Task _, Consent _, Wait _, Parallel _, Sequence _, Choose _, Branch _, Child _ ->
                        frame().inDrill().orElse(Conduct.REAL);
                };
            case SIMULATE ->
                switch (this) {
                    case Ansible _, Probe _, Dispatch _, Notify _, Task _, Consent _, Wait _ -> Conduct.PRETEND;
                    case Parallel _, Sequence _, Choose _, Branch _, Child _ -> Conduct.REAL;
                };
        };
    }

    /** The word that opens this step in the language. */
    default String kind() {
        return switch (this) {
            case Ansible ignored -> "ansible";
            case Probe ignored -> "probe";
            case Dispatch ignored -> "dispatch";
            case Notify ignored -> "notify";
            case Task ignored -> "task";
            case Consent ignored -> "consent";
            case Wait ignored -> "wait";
            case Parallel ignored -> "parallel";
            case Sequence ignored -> "sequence";
            case Choose ignored -> "choose";
            case Branch ignored -> "branch";
            case Child ignored -> "runbook";
        };
    }

    /**
     * Runs a playbook of the shipped or the office's Ansible project.
     *
     * @param playbook file name without a path
     * @param with extra variables, handed over as data in a file, never evaluated
     * @param idle ended when it prints nothing for this long
     */
    record Ansible(Frame frame, String playbook, Map<String, String> with, Optional<Duration> idle) implements Step {
        public Ansible {
            with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
        }
    }

    /** Looks whether something answers; also a gate. */
    record Probe(Frame frame, Target target, Expect expect) implements Step {

        /** What is looked at. */
        public sealed interface Target {
            /** The far side of the line, asked through this uplink only. */
            record Uplink(String uplink) implements Target {}

            /** Every service that the runbook serves, each from the counter's own segment. */
            record ServicesServed() implements Target {}
        }

        /**
         * What must be seen for success.
         *
         * @param reachable false: success means it does <em>not</em> answer
         * @param lasting it must stay so for this long without a break; zero: one look is enough
         * @param within looks again until then; zero: at once or failed
         */
        public record Expect(boolean reachable, Duration lasting, Duration within) {}
    }

    /**
     * Sends a work order to a vendor (D1–D3).
     *
     * @param to {@code vendor-of($uplink)}, a key of the vendor directory, or a parameter that holds one
     * @param finish whether the step is done when sent, or only when acknowledged
     * @param acknowledgeWithin unanswered for this long: the next contact, then a call task (D2)
     * @param ask what the vendor must find out
     */
    record Dispatch(Frame frame, String to, Severity severity, Finish finish, Duration acknowledgeWithin, Text ask)
            implements Step {

        /** When the step counts as done. */
        public enum Finish {
            SENT,
            ACKNOWLEDGED
        }

        /** How far a vendor has come with an order. */
        public enum Answer {
            ACKNOWLEDGED,
            ON_SITE,
            FIXED,
            DECLINED,
            /** The office needs nothing more of the vendor. */
            CLOSED
        }

        /** As the contract's reaction times know it. */
        public enum Severity {
            CRITICAL,
            MAJOR,
            MINOR
        }
    }

    /** Tells people of the office; needs no answer. */
    record Notify(Frame frame, List<String> to, Text message) implements Step {
        public Notify {
            to = List.copyOf(to);
        }
    }

    /**
     * Something a person does, ended as done, failed or skipped with a reason.
     *
     * @param who a role
     * @param record fields to fill in, in this order: name → {@code text}, {@code optional text}, {@code number},
     *     {@code optional number}
     */
    record Task(Frame frame, String who, List<Text> checklist, Map<String, String> record) implements Step {
        public Task {
            checklist = List.copyOf(checklist);
            record = Collections.unmodifiableMap(new LinkedHashMap<>(record));
        }
    }

    /**
     * Consent and then declaration, two acts by two people (P-25).
     *
     * @param act what is consented to
     * @param atLimit true: waits until a service's outage reaches its declaration limit, and is given
     *     up when every service came back before; false: asked at once
     * @param askedBy role that makes the request and declares afterwards
     * @param of role that consents
     * @param remindAfter silence until the reminder; the ladder never decides (C3)
     * @param deputyAfter silence until a deputy with authorisation on file is asked too
     * @param callAfter silence until a call task is opened
     */
    record Consent(
            Frame frame,
            Act act,
            boolean atLimit,
            String askedBy,
            String of,
            Duration remindAfter,
            Duration deputyAfter,
            Duration callAfter)
            implements Step {

        /** What the request asks for. */
        public enum Act {
            DECLARE,
            STAND_DOWN
        }
    }

    /**
     * Another runbook, in a run of its own that this one waits for.
     *
     * @param runbook its key; the version is the newest at the moment it begins (R5)
     * @param with values for its parameters; the others keep their defaults
     */
    record Child(Frame frame, String runbook, Map<String, String> with) implements Step {

        /** A runbook, what it runs, what that runs in turn, and so on: so many at most. */
        public static final int MOST_LEVELS = 4;

        public Child {
            with = Collections.unmodifiableMap(new LinkedHashMap<>(with));
        }
    }

    /** Waits for a time, a signal or a vendor. */
    record Wait(Frame frame, Until until) implements Step {

        /** What ends the wait. */
        public sealed interface Until {
            record Elapsed(Duration duration) implements Until {}

            /** A signal of this kind about the run's incident, e.g. {@code link.steady}. */
            record SignalSeen(String kind) implements Until {}

            /**
             * The vendor has come this far with the order that an earlier step placed.
             *
             * @param step name of the dispatch step
             * @param answer acknowledged or fixed; what is further counts too
             */
            record VendorSays(String step, Dispatch.Answer answer) implements Until {}
        }
    }

    /** Steps that run beside each other. */
    record Parallel(Frame frame, List<Step> inner, Join join) implements Step {
        public Parallel {
            inner = List.copyOf(inner);
        }

        /** Done when each of them is. */
        public Parallel(Frame frame, List<Step> inner) {
            this(frame, inner, Join.ALL);
        }

        /** When it is done. */
        public enum Join {
            /** When every branch is. */
            ALL,
            /** When the first branch is; the others are called off. */
            ANY
        }
    }

    /** Steps one after the other, as one branch of a {@link Parallel}. */
    record Sequence(Frame frame, List<Step> inner) implements Step {
        public Sequence {
            inner = List.copyOf(inner);
        }
    }

    /** Of its branches the first whose condition holds when its turn comes; the others are not needed. */
    record Choose(Frame frame, List<Branch> branches) implements Step {
        public Choose {
            branches = List.copyOf(branches);
        }

        @Override
        public List<Step> inner() {
            return List.copyOf(branches);
        }
    }

    /**
     * Steps one after the other, as one branch of a {@link Choose}.
     *
     * @param when its condition; empty: where none before it holds
     */
    record Branch(Frame frame, Optional<String> when, List<Step> inner) implements Step {
        public Branch {
            inner = List.copyOf(inner);
        }
    }
}
