package tw.xuhang.web.view;

/** The eight states that anything on a page can be in. Each reads without colour: symbol, word, border. */
public enum Status {
    IDLE("○"),
    RUNNING("▶"),
    WAITING("⏸"),
    DONE("✔"),
    FAILED("✖"),
    SKIPPED("⏭"),
    ABORTED("■"),
    UNKNOWN("?");

    private final String symbol;

    Status(String symbol) {
        this.symbol = symbol;
    }

    public String symbol() {
        return symbol;
    }

    /** Name of the style. */
    public String css() {
        return switch (this) {
            case IDLE -> "st-idle";
            case RUNNING -> "st-run";
            case WAITING -> "st-wait";
            case DONE -> "st-ok";
            case FAILED -> "st-fail";
            case SKIPPED, ABORTED, UNKNOWN -> "st-plain";
        };
    }
}
