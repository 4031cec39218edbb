package tw.xuhang.runbook.cacao;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a step of a runbook does, as instructions to a person: that is all that another office's tools can do with it. */
final class OwnCommands {

    private final JsonValue.Table step;
    private final String language;
    private final Words words;

    private OwnCommands(JsonValue.Table step, String language) {
        this.step = step;
        this.language = language;
        this.words = new Words(language);
    }

    static List<String> of(JsonValue.Table step, String language) {
        return new OwnCommands(step, language)
                .all().stream().map(Own::variables).toList();
    }

    private List<String> all() {
        if (step.get("task").isPresent()) {
            List<String> points = new ArrayList<>();
            Stream.of(restrictions().strip()).filter(text -> !text.isEmpty()).forEach(points::add);
            step.items("checklist").forEach(point -> points.add(in(point)));
            return points.isEmpty() ? List.of(in(step.table("title"))) : points;
        }
        if (step.get("choose").isPresent()) {
            return branches();
        }
        return List.of(single() + restrictions());
    }

    /** When it waits and what it does in a drill: nobody is to change that unseen. */
    private String restrictions() {
        String all = Stream.of("when", "needs", "in drill")
                .filter(name -> step.get(name).isPresent())
                .map(name -> name + ": " + plain(name))
                .collect(Collectors.joining(", "));
        return all.isEmpty() ? "" : " [" + all + "]";
    }

    private String single() {
        if (step.get("ansible").isPresent()) {
            return words.say("command.ansible", plain("playbook")) + with();
        }
        if (step.get("probe").isPresent()) {
            String what = step.get("through").isPresent() ? plain("through") : words.say("command.services");
            return words.say("command.probe", what, plain("expect")) + within();
        }
        if (step.get("dispatch").isPresent()) {
            return words.say(
                    "command.dispatch",
                    plain("to"),
                    plain("severity"),
                    plain("acknowledge within"),
                    in(step.table("ask")));
        }
        if (step.get("notify").isPresent()) {
            return words.say("command.notify", String.join(", ", step.texts("to")), in(step.table("message")));
        }
        if (step.get("consent").isPresent()) {
            return words.say("command.consent", plain("act"), plain("at"), plain("asked by"), plain("of"));
        }
        if (step.get("wait").isPresent()) {
            return step.get("for").isPresent()
                    ? words.say("command.wait-for", plain("for"))
                    : words.say("command.wait-until", plain("until"));
        }
        return words.say("command.runbook", plain("run")) + with();
    }

    private List<String> branches() {
        List<String> lines = new ArrayList<>();
        for (JsonValue branch : step.items("branches")) {
            String when = branch.text("when").orElse("");
            String name = branch.text("branch").orElse("");
            lines.add(
                    when.equals("otherwise")
                            ? words.say("command.otherwise")
                            : words.say("command.branch", name, when));
        }
        return lines;
    }

    private String with() {
        Map<String, JsonValue> with = step.table("with").fields();
        return with.isEmpty()
                ? ""
                : with.entrySet().stream()
                        .map(one -> one.getKey() + " = "
                                + one.getValue().asText().orElse(CanonicalJson.text(one.getValue())))
                        .collect(Collectors.joining(", ", " (", ")"));
    }

    private String within() {
        return step.text("within").map(time -> " (" + time + ")").orElse("");
    }

    private String plain(String name) {
        return step.text(name).orElse("");
    }

    private String in(JsonValue both) {
        return in(both, language);
    }

    /** The text in one of its two languages. */
    static String in(JsonValue both, String language) {
        return both.text(language.startsWith("en") ? "en" : "zh-TW").orElse("");
    }
}
