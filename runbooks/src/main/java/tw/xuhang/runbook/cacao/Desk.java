package tw.xuhang.runbook.cacao;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tw.xuhang.runbook.cacao.Remark.Kind;

/** What lies on the table while one playbook is turned into a runbook: the playbook, and the report that grows. */
final class Desk {

    final JsonValue.Table playbook;
    final Workflow workflow;
    final ImportSettings settings;
    final Names names = new Names();
    final List<Remark> remarks = new ArrayList<>();
    final List<Imported.Became> became = new ArrayList<>();

    /** Steps that are as the runbook had them from which the playbook was made. */
    final Set<String> restored = new HashSet<>();

    /** Parameters of the runbook that grow out of the playbook's variables: name to declaration. */
    final Map<String, JsonValue> parameters = new LinkedHashMap<>();

    Desk(JsonValue.Table playbook, ImportSettings settings) {
        this.playbook = playbook;
        this.workflow = new Workflow(playbook);
        this.settings = settings;
    }

    /** Said once, however often it is met. */
    void note(Kind kind, String place, String code, String... arguments) {
        var remark = new Remark(kind, place, code, Arrays.asList(arguments));
        if (!remarks.contains(remark)) {
            remarks.add(remark);
        }
    }

    void became(String id, String was, String kind, String step) {
        String name = workflow.step(id).text("name").map(Texts::line).orElse("");
        became.add(new Imported.Became(Workflow.pointer(id), name, was, kind, step));
    }

    /** What a step, command, agent or target says that is neither used nor mentioned elsewhere. */
    void leftovers(String place, JsonValue of, List<String> used) {
        if (of instanceof JsonValue.Table table) {
            JsonValue.Table rest = table.without(used.toArray(String[]::new));
            rest.fields()
                    .keySet()
                    .forEach(name ->
                            note(Kind.LEFT_OUT, place + "/" + Workflow.escaped(name), "property", Texts.line(name)));
        }
    }
}
