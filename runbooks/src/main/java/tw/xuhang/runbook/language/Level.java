package tw.xuhang.runbook.language;

import java.util.Locale;

/** How bad a finding is. */
public enum Level {
    /** The runbook is refused. */
    ERROR,
    /** It can run, but somebody should look at it again. */
    WARNING;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
