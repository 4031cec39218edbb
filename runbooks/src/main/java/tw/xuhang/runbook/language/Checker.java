package tw.xuhang.runbook.language;

import java.util.List;

/** Says whether a runbook that can be read also makes sense, alone and in its surroundings. */
public final class Checker {

    private Checker() {}

    /**
     * @param file name for findings
     * @return errors and warnings, in the order of the text
     */
    public static List<Finding> check(Reading.Read read, String file, Surroundings surroundings) {
        var desk = new Desk(read.runbook(), read.marks(), file);
        new References(desk, surroundings).check();
        new Parameters(desk).check();
        new Order(desk).check();
        new Branches(desk).check();
        new Times(desk).check();
        new Prudence(desk).check();
        new Children(desk, surroundings).check();
        return desk.findings();
    }
}
