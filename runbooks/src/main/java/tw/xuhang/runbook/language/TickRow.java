package tw.xuhang.runbook.language;

import java.util.List;

/**
 * One row of a tick-list, broken into the lines that stand on paper.
 *
 * @param number empty: a heading
 * @param depth how far its number is indented
 * @param tick whether it has a box, a time and initials
 * @param title lines in bold
 * @param body lines below
 */
record TickRow(
        String number,
        int depth,
        boolean tick,
        List<String> title,
        List<String> body,
        List<String> who,
        List<String> expected) {

    TickRow {
        title = List.copyOf(title);
        body = List.copyOf(body);
        who = List.copyOf(who);
        expected = List.copyOf(expected);
    }

    static TickRow heading(List<String> title) {
        return new TickRow("", 0, false, title, List.of(), List.of(), List.of());
    }

    int lines() {
        return Math.max(title.size() + body.size(), Math.max(who.size(), expected.size()));
    }

    /** The same without what stands on an earlier page. */
    TickRow rest(int linesOfBody) {
        return new TickRow(
                number, depth, false, List.of("…"), body.subList(linesOfBody, body.size()), List.of(), List.of());
    }

    TickRow first(int linesOfBody) {
        return new TickRow(number, depth, tick, title, body.subList(0, linesOfBody), who, expected);
    }
}
