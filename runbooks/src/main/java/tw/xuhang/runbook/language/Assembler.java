package tw.xuhang.runbook.language;

import java.util.Locale;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Trigger;

/** Makes a runbook of a tree that the {@link Inspector} found good. */
final class Assembler {

    private Assembler() {}

    static Runbook runbook(MappingNode root, String version, Marks marks) {
        var from = new Fields(root);
        var steps = new StepAssembler(marks, from.needText("owner"));
        return new Runbook(
                from.needText("runbook"),
                version,
                from.needSentence("title"),
                from.texts("source"),
                from.needText("owner"),
                from.fields("serves").map(Assembler::objective).orElseThrow(),
                from.tables("triggers").stream().map(Assembler::trigger).toList(),
                from.map("parameters", node -> parameter(new Fields((MappingNode) node))),
                steps.steps(from, "steps"),
                steps.steps(from, "verify"),
                steps.steps(from, "stand down"));
    }

    private static Runbook.Objective objective(Fields from) {
        return new Runbook.Objective(from.texts("services"), from.duration("rto"), from.duration("mtpd"));
    }

    private static Trigger trigger(Fields from) {
        return new Trigger(
                from.needText("signal"),
                from.textMap("where"),
                Trigger.Boldness.valueOf(from.needText("mode").toUpperCase(Locale.ROOT)));
    }

    private static Runbook.Parameter parameter(Fields from) {
        return new Runbook.Parameter(from.needText("type"), from.needText("default"));
    }
}
