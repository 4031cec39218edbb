package tw.xuhang.runbook.cacao;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.xuhang.runbook.cacao.Remark.Kind;

/** Puts values in the place of a playbook's variables, as far as they are known when it is read. */
final class Variables {

    private static final Pattern USED = Pattern.compile("(__[a-zA-Z_][a-zA-Z0-9_-]{0,199}__):value");
    private static final Pattern SECRET =
            Pattern.compile("passw|passphrase|secret|token|credential|key_*$|authorization|cookie");
    private static final String TO_FILL = "待填 to be filled in";

    private final Desk desk;
    private final Set<String> recorded = new TreeSet<>();
    private final Set<String> used = new TreeSet<>();

    Variables(Desk desk) {
        this.desk = desk;
        desk.workflow.ids().forEach(id -> recorded.addAll(desk.workflow.step(id).texts("out_args")));
    }

    /** Whether something of this name is better not written into a runbook. */
    static boolean isSecret(String name) {
        return SECRET.matcher(name.toLowerCase(Locale.ROOT)).find();
    }

    /** The name without its underscores, as a field or parameter has it. */
    static String bare(String variable) {
        return variable.replaceAll("^_+|_+$", "");
    }

    /** A text of a step, cleaned, with what is known in the place of its variables. */
    String fill(String text, String step) {
        String clean = Texts.clean(text);
        Matcher found = USED.matcher(clean);
        return found.replaceAll(match -> Matcher.quoteReplacement(value(match.group(1), step)));
    }

    private String value(String name, String step) {
        used.add(name);
        String place = Workflow.pointer(step) + "/step_variables/" + name;
        JsonValue.Table variable =
                desk.workflow.step(step).table("step_variables").table(name);
        boolean own = !variable.fields().isEmpty();
        if (!own) {
            place = "/playbook_variables/" + name;
            variable = desk.playbook.table("playbook_variables").table(name);
        }
        Optional<String> value = variable.text("value").filter(known -> !known.isBlank());
        if (isSecret(name) && value.isPresent()) {
            desk.note(Kind.LEFT_OUT, place, "secret", bare(name));
            return new Words("zh").say("text.secret") + " " + new Words("en").say("text.secret");
        }
        if (recorded.contains(name) && !variable.isTrue("constant")) {
            desk.note(Kind.CHANGED, place, "recorded", bare(name));
            return "〈" + bare(name) + "〉";
        }
        if (value.isPresent() && !variable.isTrue("external")) {
            return Texts.clean(value.get());
        }
        if (own && !variable.isTrue("external") && value.isEmpty()) {
            desk.note(Kind.TO_COMPLETE, place, "no-value", bare(name));
            return "〈" + bare(name) + "〉";
        }
        return parameter(name, place, value);
    }

    private String parameter(String name, String place, Optional<String> value) {
        String parameter = Names.written(Names.of(bare(name), "value"));
        if (!desk.parameters.containsKey(parameter)) {
            var declared = new LinkedHashMap<String, JsonValue>();
            declared.put("type", JsonValue.of("text"));
            declared.put(
                    "default",
                    JsonValue.of(value.map(Texts::line)
                            .filter(known -> !known.isBlank())
                            .orElse(TO_FILL)));
            desk.parameters.put(parameter, new JsonValue.Table(declared));
            desk.note(value.isPresent() ? Kind.CHANGED : Kind.TO_COMPLETE, place, "parameter", bare(name), parameter);
        }
        return "$" + parameter;
    }

    /** The fields that a person fills in: what the step hands back. */
    Map<String, JsonValue> record(String step) {
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        for (String name : desk.workflow.step(step).texts("out_args")) {
            JsonValue.Table own =
                    desk.workflow.step(step).table("step_variables").table(name);
            JsonValue.Table variable = own.fields().isEmpty()
                    ? desk.playbook.table("playbook_variables").table(name)
                    : own;
            String type = variable.text("type").orElse("string");
            boolean number = Set.of("integer", "long", "float").contains(type);
            used.add(name);
            fields.put(Names.of(bare(name), "value"), JsonValue.of(number ? "number" : "text"));
            variable.text("description")
                    .ifPresent(about -> desk.note(
                            Kind.NOTE, Workflow.pointer(step) + "/out_args", "field", bare(name), Texts.line(about)));
        }
        return fields;
    }

    /** Says which of the playbook's and the steps' variables nobody used. */
    void unused() {
        JsonValue.Table own =
                desk.playbook.table("playbook_extensions").table(Own.EXTENSION).table("parameters");
        own.fields().keySet().forEach(name -> used.add("__" + name + "__"));
        unused("/playbook_variables", desk.playbook.table("playbook_variables"));
        desk.workflow.ids().stream()
                .filter(id -> !desk.restored.contains(id))
                .forEach(id -> unused(
                        Workflow.pointer(id) + "/step_variables",
                        desk.workflow.step(id).table("step_variables")));
    }

    private void unused(String place, JsonValue.Table variables) {
        variables.fields().keySet().stream()
                .filter(name -> !used.contains(name))
                .forEach(name -> desk.note(Kind.LEFT_OUT, place + "/" + Workflow.escaped(name), "unused", bare(name)));
    }
}
