package tw.xuhang.runbook.language;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import tw.xuhang.runbook.Runbook;

/**
 * Reads one runbook file, strictly: whatever is not known is an error at its place. Says everything that
 * is wrong with the form, not only the first. Whether what it says makes sense is the {@link Checker}'s.
 */
public final class RunbookReader {

    private RunbookReader() {}

    /**
     * @param file name for findings; where it has an ending it must be named after the runbook
     * @return never throws for what a file can hold
     */
    public static Reading read(byte[] bytes, String file) {
        Tree tree = Tree.read(bytes, file, Grammar.RUNBOOK);
        Findings findings = tree.findings();
        if (tree.root().isEmpty()) {
            return new Reading.Refused(findings.sorted());
        }
        MappingNode root = Unrolling.of(tree.root().get(), findings);
        if (findings.refused()) {
            return new Reading.Refused(findings.sorted());
        }
        var marks = new Marks(root);
        Runbook runbook = Assembler.runbook(root, version(bytes), marks);
        fileName(runbook, file, marks, findings);
        return findings.refused()
                ? new Reading.Refused(findings.sorted())
                : new Reading.Read(runbook, marks, findings.sorted());
    }

    /**
     * Reads a text that was accepted once, perhaps by an older release: what today's rules have against it is
     * no reason to leave its runs alone (R5). Keys that are not known any more are passed over.
     *
     * @return refused, as {@link #read} says it, only where no runbook can be made of the text
     */
    public static Reading reread(byte[] bytes, String file) {
        Reading strict = read(bytes, file);
        return strict instanceof Reading.Refused ? assembled(bytes, file).orElse(strict) : strict;
    }

    private static Optional<Reading> assembled(byte[] bytes, String file) {
        var findings = new Findings(file, "");
        String text = SourceText.decode(bytes).text();
        List<Node> nodes =
                Tree.compose(text, LoadSettings.builder().setLabel(file).build(), findings);
        if (findings.refused() || nodes.isEmpty() || !(nodes.getFirst() instanceof MappingNode mapping)) {
            return Optional.empty();
        }
        try {
            MappingNode root = Unrolling.of(mapping, findings);
            var marks = new Marks(root);
            return Optional.of(
                    new Reading.Read(Assembler.runbook(root, version(bytes), marks), marks, findings.sorted()));
        } catch (RuntimeException incomplete) {
            // The assembler relies on what the inspector has seen; here it may meet anything.
            return Optional.empty();
        }
    }

    /** SHA-256 of the bytes, hexadecimal: the version that a run is pinned to (R5). */
    public static String version(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static void fileName(Runbook runbook, String file, Marks marks, Findings findings) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        if (name.contains(".") && !name.equals(runbook.key() + ".yaml")) {
            findings.add(
                    Rule.FILE_NAME,
                    marks.at(runbook, "runbook"),
                    "the runbook is '" + runbook.key() + "', the file is '" + name + "'; name it '" + runbook.key()
                            + ".yaml'");
        }
    }
}
