package tw.xuhang.runbook.cacao;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/** Playbooks for tests, written down in few words. */
final class Fixtures {

    static final Instant NOW = Instant.parse("2026-11-23T04:00:00Z");

    private Fixtures() {}

    static ImportSettings settings(TrustedKey... keys) {
        return new ImportSettings(
                Optional.empty(),
                "server-room",
                "server-room",
                List.of("website"),
                List.of("P-16"),
                List.of(keys),
                NOW);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(Fixtures.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        }
    }

    static JsonValue.Table table(byte[] file) {
        return switch (JsonReader.read(file)) {
            case JsonReader.Read.Parsed(JsonValue.Table table) -> table;
            case JsonReader.Read other -> throw new AssertionError(other);
        };
    }

    /**
     * A playbook of these steps. In each, {@code @name} is the id of the step of that name; a name's first letter says its type:
     * a(ction), p(arallel), i(f), w(hile), s(witch), c(hild), e(nd). It starts at {@code a1} unless there is another first.
     */
    static String playbook(String... steps) {
        var workflow = new TreeMap<String, String>();
        String first = "";
        for (String step : steps) {
            String name = step.substring(0, step.indexOf(' '));
            first = first.isEmpty() ? name : first;
            workflow.put(name, step.substring(step.indexOf(' ') + 1));
        }
        var out = new StringBuilder();
        out.append("{\"type\":\"playbook\",\"spec_version\":\"cacao-2.0\",\"id\":\"playbook--")
                .append(uuid("x"));
        out.append("\",\"name\":\"A test\",\"created_by\":\"identity--").append(uuid("y"));
        out.append("\",\"created\":\"2026-01-01T00:00:00.000Z\",\"modified\":\"2026-01-01T00:00:00.000Z\",");
        out.append("\"workflow_start\":\"start--")
                .append(uuid("z"))
                .append("\",\"workflow\":{\"start--")
                .append(uuid("z"));
        out.append("\":{\"type\":\"start\",\"on_completion\":\"@").append(first).append("\"}");
        workflow.forEach((name, text) -> {
            String comma = text.isBlank() ? "" : ",";
            out.append(",\"@")
                    .append(name)
                    .append("\":{\"type\":\"")
                    .append(type(name))
                    .append('"')
                    .append(comma);
            if (!name.startsWith("e")) {
                out.append("\"name\":\"").append(name).append("\",");
            }
            if (name.startsWith("a")) {
                out.append("\"agent\":\"group--")
                        .append(uuid("g"))
                        .append("\",\"commands\":[{\"type\":\"manual\",\"command\":\"do ");
                out.append(name).append("\"}],");
            }
            out.append(text.replace('\'', '"')).append('}');
        });
        out.append("},\"agent_definitions\":{\"group--").append(uuid("g"));
        out.append("\":{\"type\":\"group\",\"name\":\"team-leader\"}}}");
        String text = out.toString();
        for (String name : workflow.descendingKeySet()) {
            text = text.replace("@" + name + "\"", type(name) + "--" + uuid(name) + "\"");
        }
        return text;
    }

    private static String type(String name) {
        return switch (name.charAt(0)) {
            case 'a' -> "action";
            case 'p' -> "parallel";
            case 'i' -> "if-condition";
            case 'w' -> "while-condition";
            case 's' -> "switch-condition";
            case 'c' -> "playbook-action";
            default -> "end";
        };
    }

    static String uuid(String name) {
        return Ids.of("t", "fixtures", name).substring(3);
    }
}
