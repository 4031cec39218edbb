package tw.xuhang.dispatch;

/** Values from outside on their way into a letter. */
final class Words {

    private static final int LONGEST_SUBJECT = 120;
    private static final int LONGEST_LINE = 500;

    private Words() {}

    /** One line: whatever could begin a header, a new line or hide text becomes a space. */
    static String line(String value) {
        var result = new StringBuilder();
        value.codePoints().limit(LONGEST_LINE).map(c -> isPlain(c) ? c : ' ').forEach(result::appendCodePoint);
        return result.toString().strip();
    }

    static String subject(String value) {
        String line = line(value);
        return line.codePointCount(0, line.length()) <= LONGEST_SUBJECT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, LONGEST_SUBJECT - 1)) + "…";
    }

    private static boolean isPlain(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
