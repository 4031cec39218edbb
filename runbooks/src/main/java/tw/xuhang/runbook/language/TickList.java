package tw.xuhang.runbook.language;

import tw.xuhang.runbook.Runbook;

/**
 * A runbook as a tick-list for paper, for the hours in which the system is not there: boxes, who, how long, what to
 * write down. A4, {@value #LINES} lines of 13 points on a page, {@value TickRows#STEP_WIDTH} twentieths of a 9-point
 * character in the column of the steps.
 */
public final class TickList {

    /** Lines on one page; its head and foot are not counted. */
    public static final int LINES = 54;

    private TickList() {}

    /**
     * One HTML page with everything in it, for any browser's printer.
     *
     * @param language a BCP 47 tag; everything that does not begin with {@code en} reads Chinese
     */
    public static String html(Runbook runbook, String language) {
        var words = new Words(language);
        var head = new TickHead(runbook, words);
        return new TickHtml(words, head).write(TickSheets.of(head.lines(), TickRows.of(runbook, words)));
    }

    /** How many sheets it takes. */
    public static int pages(Runbook runbook, String language) {
        var words = new Words(language);
        return TickSheets.of(new TickHead(runbook, words).lines(), TickRows.of(runbook, words))
                .size();
    }
}
