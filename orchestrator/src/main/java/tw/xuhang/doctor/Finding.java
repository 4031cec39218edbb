package tw.xuhang.doctor;

import static java.util.Objects.requireNonNull;

import tw.xuhang.runbook.Text;

/**
 * One thing that was looked at.
 *
 * @param where a file, an address, a setting; empty where the machine as a whole is meant
 * @param remedy what to do; empty where nothing is wrong
 */
public record Finding(Level level, Text what, String where, Text remedy) {

    private static final Text NOTHING = Text.of("");

    public Finding {
        requireNonNull(level, "level is null");
        if (level != Level.OK && remedy.en().isEmpty()) {
            throw new IllegalArgumentException("says what is wrong and not what to do: " + what);
        }
    }

    public static Finding ok(String zh, String en, String where) {
        return new Finding(Level.OK, new Text(zh, en), where, NOTHING);
    }

    public static Finding warning(Text what, String where, Text remedy) {
        return new Finding(Level.WARNING, what, where, remedy);
    }

    public static Finding fault(Text what, String where, Text remedy) {
        return new Finding(Level.FAULT, what, where, remedy);
    }
}
