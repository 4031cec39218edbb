package tw.xuhang.runbook.language;

import static tw.xuhang.runbook.language.Level.ERROR;
import static tw.xuhang.runbook.language.Level.WARNING;

/**
 * Every rule that a runbook file can break. Ids never change their meaning and are never given again;
 * {@code docs/runbook-rules.md} has a section for each. F: the file, K: its keys, C: what it says.
 */
public enum Rule implements Finding.Reason {
    TOO_LARGE("RB-F01", ERROR, "A runbook is at most 256 KiB."),
    NOT_UTF8("RB-F02", ERROR, "A runbook is written in UTF-8."),
    BYTE_ORDER_MARK("RB-F03", ERROR, "A runbook begins without a byte order mark."),
    EMPTY_FILE("RB-F04", ERROR, "A runbook is not empty."),
    SYNTAX("RB-F05", ERROR, "A runbook is valid YAML 1.2."),
    SECOND_DOCUMENT("RB-F06", ERROR, "One file holds one runbook."),
    ALIAS("RB-F07", ERROR, "Anchors and aliases are not used: what is on paper must be readable where it stands."),
    TOO_DEEP("RB-F08", ERROR, "Nesting is at most 24 levels deep."),
    FILE_NAME("RB-F09", ERROR, "The file is named after the runbook it holds."),
    TAG("RB-F10", ERROR, "YAML tags are not used."),
    CONTROL_CHARACTER("RB-F11", ERROR, "No control characters, nor such as change the direction of writing."),

    UNKNOWN_KEY("RB-K01", ERROR, "Only known keys are used."),
    DUPLICATE_KEY("RB-K02", ERROR, "A key stands once."),
    WRONG_TYPE("RB-K03", ERROR, "A value is of the type its key takes."),
    MISSING_KEY("RB-K04", ERROR, "A required key is there."),
    BAD_VALUE("RB-K05", ERROR, "A value is one of those its key takes."),
    BAD_DURATION("RB-K06", ERROR, "A duration is a number and a unit: 10s, 30m, 4h, 1d."),
    EITHER_OR(
            "RB-K07",
            ERROR,
            "Keys that exclude each other do not stand together, and one of them is there where one is needed."),
    STEP_KIND("RB-K08", ERROR, "A step has exactly one kind."),
    ONE_LANGUAGE("RB-K09", ERROR, "What people read is there in Chinese and in English."),
    EMPTY_VALUE("RB-K10", ERROR, "A key that is there has a value."),
    TOO_MUCH("RB-K11", ERROR, "Lists and texts keep to their bounds."),

    DUPLICATE_STEP("RB-C01", ERROR, "A step's name is unique in its runbook."),
    UNKNOWN_PARAMETER("RB-C02", ERROR, "What is written as $name is a parameter."),
    PARAMETER_TYPE("RB-C03", ERROR, "A parameter is used as what it is: an uplink, a vendor, a text."),
    UNUSED_PARAMETER("RB-C04", WARNING, "A parameter is used."),
    DANGLING_UNDO("RB-C05", ERROR, "What undoes a step is a step under 'stand down'."),
    NOTHING_TO_UNDO("RB-C06", ERROR, "'on failure: undo' has something to undo."),
    UNKNOWN_ROLE("RB-C07", ERROR, "A role is one that the office has."),
    UNKNOWN_VENDOR("RB-C08", ERROR, "A vendor is in the directory."),
    UNKNOWN_SERVICE("RB-C09", ERROR, "A service is in the directory."),
    UNKNOWN_UPLINK("RB-C10", ERROR, "An uplink is one that the office has."),
    UNKNOWN_PLAYBOOK("RB-C11", ERROR, "A playbook is in the Ansible project."),
    UNKNOWN_SIGNAL("RB-C12", ERROR, "A signal is of a kind that some source sends."),
    NO_TIMEOUT("RB-C13", ERROR, "What machines do has a timeout."),
    TASK_WITHOUT_TIMEOUT("RB-C14", WARNING, "A task has a timeout, so that somebody notices when nobody does it."),
    RETRY_NOT_IDEMPOTENT("RB-C15", ERROR, "Only what is idempotent is retried."),
    SHARED_RESOURCE("RB-C16", WARNING, "Branches of a parallel step do not share a resource."),
    WAITS_FOR_CONSENT("RB-C17", ERROR, "Only continuity operations stand after a consent (R8)."),
    NEVER_WAITS("RB-C18", ERROR, "Switching a line never needs a declaration (R8)."),
    UNREACHABLE("RB-C19", ERROR, "Every step can be reached."),
    NO_CONSENT("RB-C20", WARNING, "What needs a declaration stands in a runbook that asks for one."),
    OWN_CONSENT("RB-C21", ERROR, "Nobody consents to their own request (C1)."),
    SILENCE_LADDER("RB-C22", ERROR, "The silence ladder climbs: reminder, then deputy, then call (C3)."),
    STAND_DOWN_AT_LIMIT("RB-C23", ERROR, "Only a declaration is asked at the declaration limit."),
    LONE_SEQUENCE("RB-C24", ERROR, "A sequence is a branch of a parallel step."),
    LONE_BRANCH("RB-C25", WARNING, "A parallel step has more than one branch."),
    SLOWER_THAN_RTO("RB-C26", WARNING, "The expected times fit into the RTO."),
    RTO_OVER_MTPD("RB-C27", ERROR, "The RTO is not longer than the MTPD."),
    LONGER_THAN_TIMEOUT("RB-C28", ERROR, "Neither what is expected nor what is waited for is longer than the timeout."),
    BOLD_WARNING("RB-C29", ERROR, "A public warning prepares and asks; it never acts (I3)."),
    NOT_VERIFIED("RB-C30", WARNING, "Something looks whether the services are back."),
    NOBODY_ASKED(
            "RB-C31",
            WARNING,
            "Where a playbook can neither be repeated nor taken back, a person is asked when it fails."),
    RESERVED_VARIABLE("RB-C32", ERROR, "A runbook does not set how Ansible itself connects and runs."),
    END_BESIDE_OTHERS("RB-C33", WARNING, "A gate that ends the run stands before the work, not beside it."),
    CONDITION("RB-C34", ERROR, "A condition compares, and is written as the reference shows."),
    UNKNOWN_NAME("RB-C35", ERROR, "A name in a condition is one that the reference lists."),
    CONDITION_TYPE("RB-C36", ERROR, "A condition is true or false, and compares like with like."),
    CONSTANT_CONDITION("RB-C37", ERROR, "A condition depends on something."),
    OTHERWISE_LAST("RB-C38", ERROR, "'otherwise' is the last branch, after at least one condition."),
    NO_OTHERWISE("RB-C39", WARNING, "Where there are several branches, the last is 'otherwise'."),
    ASKED_TOO_EARLY("RB-C40", WARNING, "A condition asks about steps that are over by then."),
    NO_RACE("RB-C41", WARNING, "Where the first branch is enough, each of them waits for something."),
    NO_ORDER("RB-C42", ERROR, "A wait for a vendor names a work order that was placed before it."),
    UNKNOWN_RUNBOOK("RB-C43", ERROR, "A runbook that is run is in the library."),
    CHILD_PARAMETER("RB-C44", ERROR, "A runbook is given what it takes: values for parameters that it has."),
    RUNS_ITSELF("RB-C45", ERROR, "No runbook runs itself, nor through others."),
    NESTED_TOO_DEEP("RB-C46", ERROR, "Runbooks run each other at most four levels deep."),
    DRILL_NOT_TAKEN_BACK("RB-C47", WARNING, "What a drill really does, it takes back as really."),
    LOOP_TOO_LONG("RB-C48", ERROR, "Loops make at most 200 steps, with names of at most 80 characters.");

    private final String id;
    private final Level level;
    private final String says;

    Rule(String id, Level level, String says) {
        this.id = id;
        this.level = level;
        this.says = says;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Level level() {
        return level;
    }

    @Override
    public String says() {
        return says;
    }
}
