package tw.xuhang.runbook.language;

import java.util.ArrayList;
import java.util.List;
import tw.xuhang.runbook.Runbook;

/**
 * A runbook as a tick-list for paper, for the hours in which the system is not there: boxes, who, how long, what to
 * write down. A4, {@value #LINES} lines of 13 points on a page, {@value TickRows#STEP_WIDTH} tenths of a 9-point
 * character in the column of the steps.
 */
public final class TickList {

    /** Lines on one page; its head and foot are not counted. */
    public static final int LINES = 54;

    /** A row's padding is a quarter of a line, so a page is counted in quarters. */
    private static final int QUARTERS = 4;

    private static final int TABLE_HEAD = QUARTERS + 1;

    private TickList() {}

    /**
     * One HTML page with everything in it, for any browser's printer.
     *
     * @param language a BCP 47 tag; everything that does not begin with {@code en} reads Chinese
     */
    public static String html(Runbook runbook, String language) {
        var words = new Words(language);
        var head = new TickHead(runbook, words);
        return new TickHtml(words, head).write(pages(head, TickRows.of(runbook, words)));
    }

    /** How many sheets it takes. */
    public static int pages(Runbook runbook, String language) {
        var words = new Words(language);
        return pages(new TickHead(runbook, words), TickRows.of(runbook, words)).size();
    }

    /** What stands on each page; the last one has room for the deviations. */
    static List<List<TickRow>> pages(TickHead head, List<TickRow> rows) {
        var pages = new ArrayList<List<TickRow>>();
        var page = new ArrayList<TickRow>();
        int left = LINES * QUARTERS - head.lines() * QUARTERS - TABLE_HEAD;
        for (TickRow row : rows) {
            TickRow rest = row;
            // Only what would not fit on a page of its own is divided.
            while (height(rest) > LINES * QUARTERS - TABLE_HEAD) {
                int fits = Math.max(1, (left - 1) / QUARTERS - rest.title().size());
                page.add(rest.first(Math.min(fits, rest.body().size() - 1)));
                rest = rest.rest(Math.min(fits, rest.body().size() - 1));
                pages.add(List.copyOf(page));
                page.clear();
                left = LINES * QUARTERS - TABLE_HEAD;
            }
            if (height(rest) > left) {
                pages.add(List.copyOf(page));
                page.clear();
                left = LINES * QUARTERS - TABLE_HEAD;
            }
            page.add(rest);
            left -= height(rest);
        }
        pages.add(List.copyOf(page));
        if (left < TickHtml.DEVIATIONS * QUARTERS) {
            pages.add(List.of());
        }
        return pages;
    }

    static int height(TickRow row) {
        return row.lines() * QUARTERS + 1;
    }
}
