package tw.xuhang.evidence.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.HexFormat;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.StoredEntry;
import tw.xuhang.evidence.StreamId;

/**
 * The form of an export: a ZIP of {@code manifest.json} (signed by {@code manifest.sig}), {@code entries.jsonl},
 * {@code checkpoints.jsonl} and {@code public-key.pem}.
 */
final class Pack {

    static final String FORMAT = "xuhang-evidence-1";
    static final String MANIFEST = "manifest.json";
    static final String SIGNATURE = "manifest.sig";
    static final String ENTRIES = "entries.jsonl";
    static final String CHECKPOINTS = "checkpoints.jsonl";
    static final String KEY = "public-key.pem";

    /** What an erasure's entry is called; its body says {@code stream}, {@code seq} and {@code replaced}. */
    static final String ERASED = "evidence.erased";

    static final JsonMapper JSON = new JsonMapper();
    private static final HexFormat HEX = HexFormat.of();

    private Pack() {}

    static String line(StoredEntry entry, boolean withheld) {
        ObjectNode node = JSON.createObjectNode()
                .put("form", entry.form())
                .put("stream", entry.stream().value())
                .put("seq", entry.seq())
                .put("incident", entry.incident())
                .put("type", entry.type())
                .put("version", entry.version())
                .put("recordedAt", entry.recordedAt().toString());
        node.putObject("actor")
                .put("kind", entry.actor().kind().name())
                .put("name", entry.actor().name())
                .put("deputyOf", entry.actor().deputyOf());
        node.put("prevHash", HEX.formatHex(entry.prevHash()))
                .put("hash", HEX.formatHex(entry.hash()))
                .put("bodyHash", HEX.formatHex(entry.bodyHash()));
        if (withheld) {
            node.put("withheld", true);
        } else {
            node.put("salt", HEX.formatHex(entry.salt())).put("body", entry.body());
        }
        return node.toString();
    }

    static boolean isWithheld(JsonNode line) {
        return line.path("withheld").asBoolean();
    }

    /** @throws IllegalArgumentException a field is missing or is no such thing */
    static StoredEntry entry(JsonNode line) {
        JsonNode actor = line.required("actor");
        return new StoredEntry(
                line.required("form").asInt(),
                new StreamId(line.required("stream").asText()),
                line.required("seq").asLong(),
                line.required("incident").asText(),
                line.required("type").asText(),
                line.required("version").asInt(),
                Instant.parse(line.required("recordedAt").asText()),
                new Actor(
                        Actor.Kind.valueOf(actor.required("kind").asText()),
                        actor.required("name").asText(),
                        actor.required("deputyOf").asText()),
                hex(line, "prevHash"),
                hex(line, "hash"),
                hex(line, "bodyHash"),
                HEX.parseHex(line.path("salt").asText("")),
                line.path("body").asText(""));
    }

    private static byte[] hex(JsonNode line, String field) {
        return HEX.parseHex(line.required(field).asText());
    }

    static JsonNode parse(String line) throws JsonProcessingException {
        return JSON.readTree(line);
    }
}
