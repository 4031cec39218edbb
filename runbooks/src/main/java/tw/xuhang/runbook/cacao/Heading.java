package tw.xuhang.runbook.cacao;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tw.xuhang.runbook.cacao.Remark.Kind;

/** What stands above a runbook's steps: who keeps it, what it serves, what calls it. Others cannot know that of this office. */
final class Heading {

    /** A rule that is none, until somebody says which one it follows. */
    static final String NO_RULE = "X-00";

    /** A service that no office has, so that the runbook is refused where the office is looked at. */
    static final String NO_SERVICE = "to-be-completed";

    private static final String PLACE = "/playbook_extensions/" + Own.EXTENSION;

    private final Desk desk;
    private final JsonValue.Table own;

    Heading(Desk desk) {
        this.desk = desk;
        this.own = desk.playbook.table("playbook_extensions").table(Own.EXTENSION);
    }

    /** Whether the playbook was made by others, not of one of our runbooks. */
    boolean isForeign() {
        return own.text("runbook").isEmpty();
    }

    /** Stand-down steps keep their names: others name them. */
    void reserveNames() {
        own.items("stand down")
                .forEach(step ->
                        Own.kind(table(step)).flatMap(step::text).ifPresent(name -> desk.names.unique(name, "step")));
    }

    JsonValue.Table runbook(List<JsonValue> all) {
        var runbook = new LinkedHashMap<String, JsonValue>();
        String name = desk.playbook.text("name").orElse("");
        String short8 = Ids.shortened(desk.playbook.text("id").orElse(name));
        String key =
                desk.settings.key().or(() -> own.text("runbook")).orElseGet(() -> Names.of(name, "imported-" + short8));
        runbook.put("runbook", JsonValue.of(key));
        runbook.put(
                "title",
                name.isBlank() && own.get("title").isEmpty() ? Texts.same(key) : Own.title(desk.playbook, own));
        runbook.put("source", orComplete("source", desk.settings.sources(), NO_RULE));
        runbook.put("owner", own.get("owner").orElse(JsonValue.of(desk.settings.owner())));
        runbook.put("serves", serves());
        own.get("triggers").ifPresent(triggers -> {
            runbook.put("triggers", triggers);
            desk.note(Kind.NOTE, PLACE + "/triggers", "triggers", CanonicalJson.text(triggers));
        });
        var parameters = new LinkedHashMap<>(own.table("parameters").fields());
        desk.parameters.forEach(parameters::putIfAbsent);
        if (!parameters.isEmpty()) {
            runbook.put("parameters", new JsonValue.Table(parameters));
        }
        int verify = verify(all);
        runbook.put("steps", new JsonValue.Items(all.subList(0, verify)));
        if (verify < all.size()) {
            runbook.put("verify", new JsonValue.Items(all.subList(verify, all.size())));
        }
        List<JsonValue> standDown = standDown(all);
        if (!standDown.isEmpty()) {
            runbook.put("stand down", new JsonValue.Items(standDown));
        }
        return new JsonValue.Table(runbook);
    }

    /** Of the stand-down steps those that a step still names; without it nothing would ever call them. */
    private List<JsonValue> standDown(List<JsonValue> all) {
        Set<String> named = new TreeSet<>();
        all.forEach(step -> undone(step, named));
        List<JsonValue> kept = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (JsonValue step : own.items("stand down")) {
            String name = Own.kind(table(step)).flatMap(step::text).orElse("?");
            if (named.contains(name)) {
                kept.add(step);
                names.add(name);
            } else {
                desk.note(Kind.LEFT_OUT, PLACE + "/stand down", "never-undone", name);
            }
        }
        if (!kept.isEmpty()) {
            desk.note(Kind.NOTE, PLACE + "/stand down", "stand-down", String.join(", ", names));
        }
        return kept;
    }

    private static void undone(JsonValue step, Set<String> into) {
        step.text("undo").ifPresent(into::add);
        step.items("steps").forEach(inner -> undone(inner, into));
        step.items("branches").forEach(inner -> undone(inner, into));
    }

    /** Where the part that verifies begins: at the first step that the runbook had there. */
    private int verify(List<JsonValue> all) {
        Optional<String> first = own.text("verify from");
        for (int i = 1; i < all.size() && first.isPresent(); i++) {
            for (JsonValue value : table(all.get(i)).fields().values()) {
                if (value.equals(JsonValue.of(first.get()))) {
                    return i;
                }
            }
        }
        return all.size();
    }

    private JsonValue serves() {
        if (!desk.settings.services().isEmpty()) {
            return new JsonValue.Table(Map.of("services", JsonValue.texts(desk.settings.services())));
        }
        return own.get("serves").orElseGet(() -> {
            desk.note(Kind.TO_COMPLETE, "", "serves", NO_SERVICE);
            return new JsonValue.Table(Map.of("services", JsonValue.texts(List.of(NO_SERVICE))));
        });
    }

    private JsonValue orComplete(String name, List<String> given, String otherwise) {
        if (!given.isEmpty()) {
            return JsonValue.texts(given);
        }
        return own.get(name).orElseGet(() -> {
            desk.note(Kind.TO_COMPLETE, "", name, otherwise);
            return JsonValue.texts(List.of(otherwise));
        });
    }

    private static JsonValue.Table table(JsonValue value) {
        return value instanceof JsonValue.Table table ? table : JsonValue.empty();
    }
}
