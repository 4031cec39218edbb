package tw.xuhang.runbook.language;

/** What a rehearsal can break besides the rules of every file; {@code docs/rehearsals.md} has a line for each. */
public enum RehearsalRule implements Finding.Reason {
    FILE_NAME("RH-C01", "The file is named after its runbook and itself: RUNBOOK.REHEARSAL.yaml."),
    UNKNOWN_RUNBOOK("RH-C02", "The runbook is there and has no error."),
    UNKNOWN_STEP("RH-C03", "A step is one of the runbook's."),
    UNKNOWN_PARAMETER("RH-C04", "A parameter is one of the runbook's."),
    NO_SUCH_TRIGGER("RH-C05", "The signal is one that starts the runbook; by hand starts only what has no trigger."),
    NOT_FOR_THIS_KIND("RH-C06", "What becomes of a step fits its kind."),
    LONGER_THAN_TIMEOUT("RH-C07", "No attempt takes longer than the step's timeout; one that would hangs."),
    UNKNOWN_SERVICE("RH-C08", "A service is one that the runbook serves."),

    DIFFERENT_STEPS("RH-D01", "The steps do what is expected, in this order, and nothing else."),
    DIFFERENT_TIME("RH-D02", "They do it at the time that is expected."),
    DIFFERENT_OUTCOME("RH-D03", "The run ends as expected."),
    NEVER_HAPPENED("RH-D04", "Everything that the rehearsal says happens comes to pass.");

    private final String id;
    private final String says;

    RehearsalRule(String id, String says) {
        this.id = id;
        this.says = says;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public Level level() {
        return Level.ERROR;
    }

    @Override
    public String says() {
        return says;
    }
}
