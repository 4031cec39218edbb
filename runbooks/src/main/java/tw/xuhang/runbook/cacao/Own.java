package tw.xuhang.runbook.cacao;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tw.xuhang.runbook.language.Durations;

/** What a runbook says and a playbook has no property for: kept beside it in an extension that CACAO provides for. */
final class Own {

    /** Of the extension that carries it. Never changes: playbooks out there name it. */
    static final String EXTENSION = "extension-definition--6f1d2c0e-8a53-4c39-9d57-2b7e4f0a91c4";

    /** Who wrote the extension, and playbooks where nobody else is named. */
    static final String MAKER = "identity--c2a4f6b8-13d5-4e7f-8a9b-0c1d2e3f4a5b";

    private static final Pattern PARAMETER = Pattern.compile("\\$([a-z][a-z0-9_]*)");
    private static final List<String> KINDS =
            List.of("ansible", "probe", "dispatch", "notify", "task", "consent", "wait", "runbook");

    private Own() {}

    static JsonValue.Table definition() {
        var definition = new LinkedHashMap<String, JsonValue>();
        definition.put("type", JsonValue.of("extension-definition"));
        definition.put("name", JsonValue.of("Xuhang runbook"));
        definition.put(
                "description",
                JsonValue.of(
                        "What a Xuhang runbook says beside what CACAO has properties for. A step is taken from it only"
                                + " where its commands still say the same; see docs/interchange.md of Xuhang."));
        definition.put("created_by", JsonValue.of(MAKER));
        definition.put(
                "schema",
                JsonValue.of("The keys of Xuhang's runbook language, as 'xuhang runbook schema' prints them."));
        definition.put("version", JsonValue.of("1.0.0"));
        return new JsonValue.Table(definition);
    }

    /** What the extension says about a step. */
    static JsonValue.Table about(JsonValue.Table step) {
        return step.table("step_extensions").table(EXTENSION);
    }

    /** The word that opens a step that does something, empty for what is none. */
    static Optional<String> kind(JsonValue.Table step) {
        return KINDS.stream().filter(kind -> step.get(kind).isPresent()).findFirst();
    }

    /** The step as the runbook had it, where what people read in the playbook still says the same. */
    static Optional<JsonValue.Table> step(JsonValue.Table playbook, JsonValue.Table step) {
        JsonValue.Table about = about(step);
        Optional<String> kind = kind(about);
        if (kind.isEmpty() || !about.get(kind.get()).flatMap(JsonValue::asText).isPresent()) {
            return Optional.empty();
        }
        var own = new LinkedHashMap<String, JsonValue>();
        own.put(kind.get(), about.fields().get(kind.get()));
        own.put("title", title(step, about));
        if (kind.get().equals("task")) {
            who(playbook, step).ifPresent(who -> own.put("who", JsonValue.of(who)));
        }
        step.number("timeout")
                .filter(time -> time > 0)
                .ifPresent(time -> own.put("timeout", JsonValue.of(duration(time))));
        about.without("title", "lang", "section", kind.get()).fields().forEach(own::putIfAbsent);
        var whole = new JsonValue.Table(own);
        return same(playbook, step, whole, about.text("lang").orElse("zh-Hant"))
                ? Optional.of(whole)
                : Optional.empty();
    }

    private static boolean same(JsonValue.Table playbook, JsonValue.Table step, JsonValue.Table own, String language) {
        if (own.get("runbook").isPresent()) {
            String maker = playbook.text("created_by").orElse("");
            return own.text("run").map(key -> Ids.playbook(maker, key)).equals(step.text("playbook_id"));
        }
        List<String> written = step.items("commands").stream()
                .map(command -> command.text("command").orElse(""))
                .toList();
        return OwnCommands.of(own, language).equals(written);
    }

    /** Both languages where the name is still one of them; the name alone where somebody renamed the step. */
    static JsonValue title(JsonValue.Table step, JsonValue.Table about) {
        String name = step.text("name").orElse("");
        Map<String, JsonValue> both = about.table("title").fields();
        boolean known = both.values().stream()
                .anyMatch(text -> text.asText().map(Own::variables).equals(Optional.of(name)));
        return known ? new JsonValue.Table(both) : Texts.same(Texts.clean(name));
    }

    /** Parameters of a runbook are variables of a playbook. */
    static String variables(String text) {
        return PARAMETER.matcher(text).replaceAll("__$1__:value");
    }

    private static Optional<String> who(JsonValue.Table playbook, JsonValue.Table step) {
        return step.text("agent")
                .flatMap(id -> playbook.table("agent_definitions").table(id).text("name"));
    }

    private static String duration(long milliseconds) {
        return Durations.print(Duration.ofMillis(milliseconds));
    }
}
