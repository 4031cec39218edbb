package tw.xuhang.command;

/** Exit codes of every command; scripts rely on them. */
public final class Exit {
    public static final int OK = 0;
    public static final int ERROR = 1;
    public static final int USAGE = 2;
    public static final int FINDINGS = 3;
    public static final int NOT_ALLOWED = 4;
    public static final int NOT_FOUND = 5;
    public static final int CONFLICT = 6;
    public static final int STILL_WAITING = 7;
    public static final int RUN_FAILED = 8;
    public static final int UNREACHABLE = 9;
    public static final int WARNINGS = 10;

    private Exit() {}
}
