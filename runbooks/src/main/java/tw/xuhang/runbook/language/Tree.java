package tw.xuhang.runbook.language;

import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * A file as a tree of YAML that fits a table of keys.
 *
 * @param root empty: the file is refused, the findings say why
 */
record Tree(Findings findings, Optional<MappingNode> root) {

    /** Says everything that is wrong with the form, not only the first; never throws for what a file can hold. */
    static Tree read(byte[] bytes, String file, Shape shape) {
        if (bytes.length > SourceText.MOST_BYTES) {
            var findings = new Findings(file, "");
            findings.add(Rule.TOO_LARGE, Position.START, "the file has more than " + SourceText.MOST_BYTES + " bytes");
            return new Tree(findings, Optional.empty());
        }
        SourceText.Decoded decoded = SourceText.decode(bytes);
        var findings = new Findings(file, decoded.text());
        SourceText.check(decoded, findings);
        if (findings.refused()) {
            return new Tree(findings, Optional.empty());
        }
        return new Tree(findings, inspected(decoded.text(), file, shape, findings));
    }

    private static Optional<MappingNode> inspected(String text, String file, Shape shape, Findings findings) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                // Both are findings of ours, with a better message than the engine's.
                .setAllowDuplicateKeys(true)
                .setAllowNonScalarKeys(true)
                .setCodePointLimit(SourceText.MOST_BYTES)
                .build();
        Preflight.check(text, settings, findings);
        if (findings.refused()) {
            return Optional.empty();
        }
        List<Node> root = compose(text, settings, findings);
        root.forEach(node -> new Inspector(findings).file(node, shape));
        return !findings.refused() && root.getFirst() instanceof MappingNode mapping
                ? Optional.of(mapping)
                : Optional.empty();
    }

    static List<Node> compose(String text, LoadSettings settings, Findings findings) {
        try {
            return new Compose(settings).composeString(text).stream().toList();
        } catch (MarkedYamlEngineException e) {
            findings.add(Rule.SYNTAX, e.getProblemMark(), "this is no YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            findings.add(Rule.SYNTAX, Position.START, "this is no YAML: " + e.getMessage());
        }
        return List.of();
    }
}
