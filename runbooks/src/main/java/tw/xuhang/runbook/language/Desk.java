package tw.xuhang.runbook.language;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;

/** One runbook under examination, and what was noted about it. */
final class Desk {

    private final Runbook runbook;
    private final Marks marks;
    private final String file;
    private final List<Finding> found = new ArrayList<>();

    Desk(Runbook runbook, Marks marks, String file) {
        this.runbook = runbook;
        this.marks = marks;
        this.file = file;
    }

    Runbook runbook() {
        return runbook;
    }

    boolean isMade(Step step) {
        return marks.isMade(step);
    }

    /** @param path keys and indexes from the runbook's top */
    void note(Rule rule, String message, String... path) {
        note(rule, message, marks.at(runbook, path));
    }

    /** @param path keys and indexes from the step's top */
    void note(Step step, Rule rule, String message, String... path) {
        note(rule, message, marks.at(step, path));
    }

    /**
     * @param offset of the place inside the text that stands there, in characters
     * @param path keys and indexes from the step's top
     */
    void note(Step step, Rule rule, String message, int offset, String... path) {
        note(rule, message, marks.inside(step, offset, path));
    }

    List<Finding> findings() {
        // What is wrong inside a loop is wrong for each of its items, and said once.
        var said = new HashSet<>();
        return Finding.sorted(found).stream()
                .filter(one -> said.add(List.of(one.line(), one.column(), one.rule())))
                .toList();
    }

    private void note(Rule rule, String message, Position at) {
        found.add(new Finding(file, at.line(), at.column(), rule, Findings.oneLine(message)));
    }
}
