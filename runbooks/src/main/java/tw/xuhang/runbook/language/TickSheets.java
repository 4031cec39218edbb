package tw.xuhang.runbook.language;

import java.util.ArrayList;
import java.util.List;

/** Fills sheets with rows. A row's padding is a quarter of a line, so a sheet is counted in quarters. */
final class TickSheets {

    private static final int QUARTERS = 4;
    /** What the names of the columns leave of a sheet. */
    private static final int WHOLE = TickList.LINES * QUARTERS - (QUARTERS + 1);

    private final List<List<TickRow>> sheets = new ArrayList<>();
    private final List<TickRow> sheet = new ArrayList<>();
    private int left;

    private TickSheets(int head) {
        left = WHOLE - head * QUARTERS;
    }

    /**
     * The last sheet has room for the deviations; where there is none, one more is taken.
     *
     * @param head lines that the first sheet has above its steps
     */
    static List<List<TickRow>> of(int head, List<TickRow> rows) {
        var sheets = new TickSheets(head);
        for (int i = 0; i < rows.size(); i++) {
            sheets.add(rows.get(i), following(rows, i));
        }
        return sheets.finish();
    }

    /** What stands above steps does not stand alone at the foot of a sheet: as much of what follows goes with it. */
    private static int following(List<TickRow> rows, int at) {
        int height = 0;
        for (int i = at; i + 1 < rows.size() && !rows.get(i).tick(); i++) {
            height += height(rows.get(i + 1));
        }
        return height;
    }

    private void add(TickRow row, int following) {
        TickRow rest = row;
        // Only what would not fit on a sheet of its own is divided.
        while (height(rest) > WHOLE) {
            int fits = Math.max(1, (left - 1) / QUARTERS - rest.title().size());
            int some = Math.min(fits, rest.body().size() - 1);
            sheet.add(rest.first(some));
            rest = rest.rest(some);
            turn();
        }
        int wanted = height(rest) + following;
        if (height(rest) > left || (wanted > left && wanted <= WHOLE)) {
            turn();
        }
        sheet.add(rest);
        left -= height(rest);
    }

    private List<List<TickRow>> finish() {
        sheets.add(List.copyOf(sheet));
        if (left < TickHtml.DEVIATIONS * QUARTERS) {
            sheets.add(List.of());
        }
        return List.copyOf(sheets);
    }

    static int height(TickRow row) {
        return row.lines() * QUARTERS + 1;
    }

    private void turn() {
        sheets.add(List.copyOf(sheet));
        sheet.clear();
        left = WHOLE;
    }
}
