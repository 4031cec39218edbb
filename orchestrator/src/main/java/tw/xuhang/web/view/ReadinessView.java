package tw.xuhang.web.view;

import java.util.List;

/** 整備檢查: whether each runbook could run tonight, the worst first. */
public record ReadinessView(List<Row> rows, boolean mayLook) {

    public ReadinessView {
        rows = List.copyOf(rows);
    }

    /**
     * One runbook.
     *
     * @param since when it came to stand like this, in words
     */
    public record Row(String title, String key, Badge state, String owner, String since, List<Line> lines) {
        public Row {
            lines = List.copyOf(lines);
        }
    }

    /**
     * One thing that was looked at.
     *
     * @param remedy what to do, empty where nothing is wrong
     */
    public record Line(Badge state, String what, String where, String remedy) {}
}
