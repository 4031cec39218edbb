package tw.xuhang.runbook.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;

/** Collects findings about one file and keeps their places inside it. */
final class Findings {

    private static final int LONGEST_MESSAGE = 500;

    private final String file;
    private final List<Integer> lineLengths;
    private final List<Finding> found = new ArrayList<>();

    Findings(String file, String text) {
        this.file = file;
        this.lineLengths =
                text.lines().map(line -> line.codePointCount(0, line.length())).toList();
    }

    void add(Finding.Reason rule, Position at, String message) {
        Position inside = inside(at);
        found.add(new Finding(file, inside.line(), inside.column(), rule, oneLine(message)));
    }

    void add(Finding.Reason rule, Node at, String message) {
        add(rule, position(at.getStartMark()), message);
    }

    void add(Finding.Reason rule, Optional<Mark> at, String message) {
        add(rule, position(at), message);
    }

    boolean refused() {
        return found.stream().anyMatch(f -> f.level() == Level.ERROR);
    }

    List<Finding> sorted() {
        return Finding.sorted(found);
    }

    static Position position(Optional<Mark> mark) {
        return mark.map(m -> new Position(m.getLine() + 1, m.getColumn() + 1)).orElse(Position.START);
    }

    private Position inside(Position at) {
        if (lineLengths.isEmpty()) {
            return Position.START;
        }
        if (at.line() > lineLengths.size()) {
            return new Position(lineLengths.size(), lineLengths.getLast() + 1);
        }
        return new Position(at.line(), Math.min(at.column(), lineLengths.get(at.line() - 1) + 1));
    }

    /** Parts of a message come from the file: whatever they hold, a finding stays one printable line. */
    static String oneLine(String message) {
        var line = new StringBuilder();
        message.codePoints()
                .limit(LONGEST_MESSAGE)
                .map(c -> SourceText.isHarmless(c) && c != '\n' && c != '\r' && c != '\t' ? c : '\uFFFD')
                .forEach(line::appendCodePoint);
        return line.toString();
    }
}
