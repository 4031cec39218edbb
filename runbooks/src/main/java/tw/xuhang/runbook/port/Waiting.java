package tw.xuhang.runbook.port;

/** The one thing that a parked step waits for, by name (R4: a run waits only for what it can name). */
public sealed interface Waiting {

    /** A person of this role; {@code what} is the task, request or order it is about. */
    record Person(String role, String what) implements Waiting {}

    /** A vendor's answer on this order. */
    record Vendor(String order) implements Waiting {}

    /** A clock of the case, e.g. the declaration limit of a service's outage. */
    record Clock(String clock) implements Waiting {}

    /** A signal of this kind. */
    record SignalOf(String kind) implements Waiting {}

    /** A run that the step began, to its end. */
    record Run(String run) implements Waiting {}

    /** Another run holds the resource (R6). */
    record Resource(String resource) implements Waiting {}

    /** What the step {@code needs} has not happened yet (R8). */
    record Condition(String need) implements Waiting {}
}
