package tw.xuhang.runbook.cacao;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tw.xuhang.runbook.cacao.Remark.Kind;

/** What a command tells a machine, or a person, as points that a person ticks off. */
final class CommandPoints {

    /** What every command may say about itself; it is no part of what is to be done. */
    private static final List<String> ABOUT = List.of("version", "playbook_activity", "external_references");

    private static final Set<String> SAID = Set.of("type", "description", "command", "command_b64");

    private final Desk desk;
    private final Variables variables;

    CommandPoints(Desk desk, Variables variables) {
        this.desk = desk;
        this.variables = variables;
    }

    /** @param place of the command */
    List<JsonValue> of(JsonValue command, String step, String place) {
        String type = Texts.word(command.text("type").orElse("?"));
        List<JsonValue> points = new ArrayList<>();
        command.text("description").ifPresent(text -> points.addAll(lines(text, step)));
        String what = variables.fill(instruction(command, place), step);
        cut(what, place);
        if (type.equals("manual")) {
            Texts.lines(what).forEach(line -> points.add(Texts.same(line)));
        } else {
            desk.note(Kind.CHANGED, place, "automatic", type);
            points.addAll(headed("point.run", type, what));
        }
        ABOUT.stream()
                .filter(name -> command.get(name).isPresent())
                .forEach(name -> desk.note(Kind.LEFT_OUT, place + "/" + name, "property", name));
        if (command instanceof JsonValue.Table(Map<String, JsonValue> fields)) {
            fields.entrySet().stream()
                    .filter(field -> !ABOUT.contains(field.getKey()) && !SAID.contains(field.getKey()))
                    .forEach(field -> points.addAll(detail(field.getKey(), field.getValue(), step, place)));
        }
        return points;
    }

    private List<JsonValue> lines(String text, String step) {
        return Texts.lines(variables.fill(text, step)).stream()
                .<JsonValue>map(Texts::same)
                .toList();
    }

    private String instruction(JsonValue command, String place) {
        Optional<String> coded = command.text("command_b64");
        return command.text("command")
                .or(() -> coded.flatMap(text -> decoded(text, place + "/command_b64")))
                .orElse("");
    }

    /** Encoded text is decoded; what is no text stays in the file, and the report says so. */
    private Optional<String> decoded(String base64, String place) {
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(base64);
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (IllegalArgumentException | CharacterCodingException e) {
            desk.note(Kind.LEFT_OUT, place, "not-text");
            return Optional.empty();
        }
    }

    private List<JsonValue> detail(String name, JsonValue value, String step, String place) {
        String at = place + "/" + Workflow.escaped(name);
        if (Variables.isSecret(name)) {
            desk.note(Kind.LEFT_OUT, at, "secret", name);
            return List.of(Texts.say("point.secret", Texts.word(name)));
        }
        String plain = value instanceof JsonValue.Table table
                ? open(table, at)
                : value.asText().orElse(CanonicalJson.text(value));
        Optional<String> text = name.endsWith("_b64") ? decoded(plain, at) : Optional.of(plain);
        String filled = text.map(CommandPoints::compact)
                .map(known -> variables.fill(known, step))
                .orElse("");
        cut(filled, at);
        return filled.isBlank() ? List.of() : headed("point.detail", Texts.word(name.replaceAll("_b64$", "")), filled);
    }

    private static List<JsonValue> headed(String key, String name, String text) {
        List<String> lines = Texts.lines(text);
        boolean fits = lines.size() == 1 && name.length() + lines.getFirst().length() <= Texts.LINE - 30;
        List<JsonValue> points = new ArrayList<>();
        points.add(Texts.say(key, name, fits ? lines.getFirst() : lines.isEmpty() ? "…" : "↓"));
        if (!fits) {
            lines.forEach(line -> points.add(Texts.same(line)));
        }
        return points;
    }

    /** A person who is to type it takes it from the file: nobody sees where a line was cut. */
    private void cut(String text, String place) {
        if (Texts.isLong(text)) {
            desk.note(Kind.CHANGED, place, "cut");
        }
    }

    /** What is JSON itself is written without its layout, so that it fits on few lines. */
    private static String compact(String text) {
        return JsonReader.read(text.getBytes(StandardCharsets.UTF_8)) instanceof JsonReader.Read.Parsed(JsonValue value)
                        && !(value instanceof JsonValue.Text)
                ? CanonicalJson.text(value)
                : text;
    }

    /** A table like the headers of a request, on a line for each, without those that let somebody in. */
    private String open(JsonValue.Table table, String place) {
        return table.fields().entrySet().stream()
                .map(field -> {
                    if (Variables.isSecret(field.getKey())) {
                        desk.note(
                                Kind.LEFT_OUT,
                                place + "/" + Workflow.escaped(field.getKey()),
                                "secret",
                                field.getKey());
                        return field.getKey() + ": …";
                    }
                    String written = field.getValue() instanceof JsonValue.Items items
                            ? items.values().stream()
                                    .map(item -> item.asText().orElse(CanonicalJson.text(item)))
                                    .collect(Collectors.joining(", "))
                            : field.getValue().asText().orElse(CanonicalJson.text(field.getValue()));
                    return field.getKey() + ": " + written;
                })
                .collect(Collectors.joining("\n"));
    }
}
