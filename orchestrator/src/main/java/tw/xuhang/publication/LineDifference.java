package tw.xuhang.publication;

import java.util.ArrayList;
import java.util.List;

/**
 * The difference of two texts, line by line, by their longest common subsequence. By hand: a runbook has hundreds of
 * lines, so a table of its middle is small, and no library is needed for it.
 */
public final class LineDifference {

    private static final int CONTEXT = 3;
    /** Cells of the table; beyond it the middle counts as replaced whole, which is true and only less pretty. */
    private static final long MOST_CELLS = 4_000_000;

    private LineDifference() {}

    /** What became of a line. */
    public enum Kind {
        SAME(" "),
        REMOVED("-"),
        ADDED("+"),
        /** Lines that are the same in both and not shown stand here. */
        GAP("@");

        private final String sign;

        Kind(String sign) {
            this.sign = sign;
        }

        public String sign() {
            return sign;
        }
    }

    /**
     * One line.
     *
     * @param before its number in the old text, 0 where it is not in it
     * @param after its number in the new text, 0 where it is not in it
     */
    public record Line(Kind kind, int before, int after, String text) {

        @Override
        public String toString() {
            return kind == Kind.GAP ? "@@ -%d +%d @@".formatted(before, after) : kind.sign() + text;
        }
    }

    /** What changed, with three lines around it; empty where nothing did. */
    public static List<Line> of(String before, String after) {
        return shortened(all(before.lines().toList(), after.lines().toList()));
    }

    private static List<Line> all(List<String> a, List<String> b) {
        int head = 0;
        while (head < a.size() && head < b.size() && a.get(head).equals(b.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < a.size() - head
                && tail < b.size() - head
                && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
            tail++;
        }
        var lines = new ArrayList<Line>();
        for (int i = 0; i < head; i++) {
            lines.add(new Line(Kind.SAME, i + 1, i + 1, a.get(i)));
        }
        middle(a.subList(head, a.size() - tail), b.subList(head, b.size() - tail), head, lines);
        for (int i = tail; i > 0; i--) {
            lines.add(new Line(Kind.SAME, a.size() - i + 1, b.size() - i + 1, a.get(a.size() - i)));
        }
        return lines;
    }

    private static void middle(List<String> a, List<String> b, int head, List<Line> lines) {
        int[][] longest = (long) a.size() * b.size() > MOST_CELLS ? new int[0][0] : table(a, b);
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            boolean both = longest.length > 0 && i < a.size() && j < b.size();
            if (both && a.get(i).equals(b.get(j))) {
                lines.add(new Line(Kind.SAME, head + ++i, head + ++j, a.get(i - 1)));
            } else if (i < a.size() && (!both || longest[i + 1][j] >= longest[i][j + 1])) {
                lines.add(new Line(Kind.REMOVED, head + ++i, 0, a.get(i - 1)));
            } else {
                lines.add(new Line(Kind.ADDED, 0, head + ++j, b.get(j - 1)));
            }
        }
    }

    private static int[][] table(List<String> a, List<String> b) {
        var longest = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                longest[i][j] = a.get(i).equals(b.get(j))
                        ? longest[i + 1][j + 1] + 1
                        : Math.max(longest[i + 1][j], longest[i][j + 1]);
            }
        }
        return longest;
    }

    private static List<Line> shortened(List<Line> all) {
        var kept = new boolean[all.size()];
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).kind() != Kind.SAME) {
                for (int k = Math.max(0, i - CONTEXT); k <= Math.min(all.size() - 1, i + CONTEXT); k++) {
                    kept[k] = true;
                }
            }
        }
        var lines = new ArrayList<Line>();
        for (int i = 0; i < all.size(); i++) {
            if (kept[i]) {
                if (i == 0 || !kept[i - 1]) {
                    lines.add(gap(all, i));
                }
                lines.add(all.get(i));
            }
        }
        return List.copyOf(lines);
    }

    /** Names the first line of what follows in both texts. */
    private static Line gap(List<Line> all, int at) {
        int before = 1;
        int after = 1;
        for (Line line : all.subList(0, at)) {
            before += line.kind() == Kind.ADDED ? 0 : 1;
            after += line.kind() == Kind.REMOVED ? 0 : 1;
        }
        return new Line(Kind.GAP, before, after, "");
    }
}
