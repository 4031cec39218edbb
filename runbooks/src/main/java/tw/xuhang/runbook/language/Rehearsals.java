package tw.xuhang.runbook.language;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.rehearsal.Rehearsal;
import tw.xuhang.runbook.rehearsal.Stage;

/** Reads rehearsals, plays them with the real reader and the real course of a run, and says what differs. */
public final class Rehearsals {

    private static final String SHIPPED = "rehearsals/";
    private static final String ENDING = ".yaml";

    private Rehearsals() {}

    /** The rehearsals that come with the program, in the order of their names. */
    public static List<Source> shipped() {
        return Library.lines(SHIPPED + "index").stream()
                .map(name ->
                        new Source("library/" + SHIPPED + name + ENDING, Library.resource(SHIPPED + name + ENDING)))
                .toList();
    }

    /** Plays a file that may hold anything. */
    public static RehearsalReport play(Source file, Function<String, Optional<Runbook>> runbooks) {
        Tree tree = Tree.read(file.bytes(), file.name(), RehearsalGrammar.REHEARSAL);
        if (tree.root().isEmpty()) {
            return RehearsalReport.notPlayed(file.name(), Optional.empty(), tree.findings());
        }
        var root = new Fields(tree.root().get());
        Rehearsal rehearsal = RehearsalAssembler.rehearsal(root.node());
        Findings findings = tree.findings();
        fileName(rehearsal, file.name(), root, findings);
        Optional<Runbook> runbook = runbooks.apply(rehearsal.runbook());
        runbook.ifPresentOrElse(
                found -> new RehearsalChecker(rehearsal, found, root, findings).check(),
                () -> findings.add(
                        RehearsalRule.UNKNOWN_RUNBOOK,
                        root.value("runbook").orElseThrow(),
                        "there is no runbook '" + rehearsal.runbook() + "' without errors"));
        return runbook.isEmpty() || findings.refused()
                ? RehearsalReport.notPlayed(file.name(), Optional.of(rehearsal), findings)
                : RehearsalReport.played(file.name(), rehearsal, Stage.play(rehearsal, runbook.get()), findings);
    }

    private static void fileName(Rehearsal rehearsal, String file, Fields root, Findings findings) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        String wanted = rehearsal.runbook() + "." + rehearsal.name() + ENDING;
        if (!name.equals(wanted)) {
            findings.add(
                    RehearsalRule.FILE_NAME,
                    root.value("rehearsal").orElseThrow(),
                    "the file is '" + name + "'; name it '" + wanted + "'");
        }
    }
}
