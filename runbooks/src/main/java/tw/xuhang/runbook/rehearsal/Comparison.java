package tw.xuhang.runbook.rehearsal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What was expected beside what was seen, line by line. The two are laid beside each other so that as many steps
 * as possible meet; one thing too many does not spoil the rest.
 */
public final class Comparison {

    private Comparison() {}

    /** At least one of them is there. Where both are, step and change are the same. */
    public record Row(Optional<Rehearsal.Expected> expected, Optional<Seen> seen) {

        public boolean inTime() {
            return expected.flatMap(Rehearsal.Expected::at)
                    .flatMap(at -> seen.map(s -> s.at().equals(at)))
                    .orElse(true);
        }

        public boolean met() {
            return expected.isPresent() && seen.isPresent() && inTime();
        }
    }

    public static List<Row> of(List<Rehearsal.Expected> expected, List<Seen> seen) {
        int[][] common = common(expected, seen);
        var rows = new ArrayList<Row>();
        int i = 0;
        int j = 0;
        while (i < expected.size() || j < seen.size()) {
            boolean both = i < expected.size() && j < seen.size();
            if (both && same(expected.get(i), seen.get(j))) {
                rows.add(new Row(Optional.of(expected.get(i++)), Optional.of(seen.get(j++))));
            } else if (j == seen.size() || (both && common[i + 1][j] >= common[i][j + 1])) {
                rows.add(new Row(Optional.of(expected.get(i++)), Optional.empty()));
            } else {
                rows.add(new Row(Optional.empty(), Optional.of(seen.get(j++))));
            }
        }
        return rows;
    }

    /** How many lines meet from i and j on, at most. */
    private static int[][] common(List<Rehearsal.Expected> expected, List<Seen> seen) {
        int[][] most = new int[expected.size() + 1][seen.size() + 1];
        for (int i = expected.size() - 1; i >= 0; i--) {
            for (int j = seen.size() - 1; j >= 0; j--) {
                most[i][j] = same(expected.get(i), seen.get(j))
                        ? most[i + 1][j + 1] + 1
                        : Math.max(most[i + 1][j], most[i][j + 1]);
            }
        }
        return most;
    }

    private static boolean same(Rehearsal.Expected expected, Seen seen) {
        return expected.step().equals(seen.step()) && expected.change() == seen.change();
    }
}
