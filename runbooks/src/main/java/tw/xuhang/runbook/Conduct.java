package tw.xuhang.runbook;

/** How far a step goes in a run of some mode (R7): the course of the run is the same in all of them. */
public enum Conduct {
    /** It is done. */
    REAL,
    /** A playbook says what it would change, and changes nothing: Ansible's {@code --check}. */
    CHECK,
    /** Everything is looked up and put together, and nothing leaves the service. */
    PRETEND
}
