package tw.xuhang.desk.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tw.xuhang.casebook.Casebook;
import tw.xuhang.desk.Look;
import tw.xuhang.desk.Telling;
import tw.xuhang.desk.Titles;
import tw.xuhang.web.view.Event;
import tw.xuhang.web.view.Status;

/**
 * Says entries of the journal. An entry keeps a code and arguments; its sentence is made here, in the
 * reader's language, from the text under {@code entry.<type>} with names of fields in braces.
 */
@Singleton
final class Sentences implements Telling {

    private static final Pattern HOLE = Pattern.compile("\\{([a-zA-Z.]+)}");
    private static final Set<String> PEOPLE = Set.of("by", "person", "by.recorder");
    private static final Map<String, Status> STATUS = Map.ofEntries(
            Map.entry("outage.line-began", Status.FAILED),
            Map.entry("outage.service-began", Status.FAILED),
            Map.entry("outage.crossed", Status.FAILED),
            Map.entry("outage.ended", Status.DONE),
            Map.entry("run.step-started", Status.RUNNING),
            Map.entry("run.began", Status.RUNNING),
            Map.entry("incident.run-began", Status.RUNNING),
            Map.entry("run.step-parked", Status.WAITING),
            Map.entry("run.paused", Status.WAITING),
            Map.entry("run.resumed", Status.RUNNING),
            Map.entry("run.step-doubted", Status.UNKNOWN),
            Map.entry("consent.requested", Status.WAITING),
            Map.entry("consent.prepared", Status.WAITING),
            Map.entry("consent.refused", Status.FAILED),
            Map.entry("dispatch.send-failed", Status.FAILED),
            Map.entry("dispatch.declined", Status.FAILED),
            Map.entry("dispatch.sending", Status.RUNNING),
            Map.entry("task.opened", Status.WAITING));

    private final ObjectMapper json = new ObjectMapper();

    @Override
    public Event tell(Look look, Titles titles, Casebook.Event entry) {
        JsonNode body = body(entry);
        String key = "entry." + entry.type();
        String text = look.words().has(key)
                ? fill(look.get(key), hole -> value(look, titles, hole, entry, body))
                : entry.type();
        return new Event(
                entry.at(),
                status(entry, body),
                text,
                who(look, entry),
                look.get("by." + entry.actorKind().toUpperCase(Locale.ROOT)));
    }

    private static Status status(Casebook.Event entry, JsonNode body) {
        if (entry.type().equals("run.step-ended")) {
            return switch (body.path("outcome").path("is").asText()) {
                case "failed" -> Status.FAILED;
                case "not-needed" -> Status.SKIPPED;
                default -> Status.DONE;
            };
        }
        return STATUS.getOrDefault(entry.type(), Status.DONE);
    }

    private static String who(Look look, Casebook.Event entry) {
        String name = switch (entry.actorKind().toUpperCase(Locale.ROOT)) {
            case "PERSON" -> look.person(entry.actor());
            case "SYSTEM" -> look.get("by.system");
            default -> entry.actor();
        };
        return entry.deputyOf().isEmpty() ? name : look.get("by.deputy", name, look.role(entry.deputyOf()));
    }

    private static String fill(String text, UnaryOperator<String> values) {
        Matcher hole = HOLE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (hole.find()) {
            hole.appendReplacement(filled, Matcher.quoteReplacement(values.apply(hole.group(1))));
        }
        return hole.appendTail(filled).toString();
    }

    private static String value(Look look, Titles titles, String path, Casebook.Event entry, JsonNode body) {
        JsonNode node = body;
        for (String name : path.split("\\.", -1)) {
            node = node.path(name);
        }
        if (path.equals("saw")) {
            return pairs(node);
        }
        if (node.isObject()) {
            String language = look.words().language().tag().startsWith("en") ? "en" : "zh";
            return node.path(language).asText();
        }
        String text = node.asText();
        if (PEOPLE.contains(path)) {
            return look.person(text);
        }
        if (look.words().has("word." + text)) {
            return look.get("word." + text);
        }
        return switch (path) {
            case "service" -> look.service(text);
            case "uplink" -> look.uplink(text);
            case "vendor" -> look.vendor(text);
            case "runbook" -> titles.runbook(text);
            case "step" -> titles.step(key(entry), text);
            case "branch" -> text.isEmpty() ? look.get("entry.run.chosen.none") : titles.step(key(entry), text);
            case "of" -> outOfOrder(look, key(entry));
            case "at", "eta" -> moment(look, text);
            default -> text;
        };
    }

    /** What a condition saw, name by name. */
    private static String pairs(JsonNode saw) {
        return saw.properties().stream()
                .map(pair -> pair.getKey() + " = " + pair.getValue().asText())
                .collect(Collectors.joining("，"));
    }

    /** What a stream is about, e.g. {@code 2026-0001.1} of {@code run/2026-0001.1}. */
    private static String key(Casebook.Event entry) {
        return entry.stream().substring(entry.stream().indexOf('/') + 1);
    }

    /** The line or service whose outage a stream tells of, by name. */
    private static String outOfOrder(Look look, String key) {
        String name = key.substring(key.indexOf('.') + 1);
        return key.startsWith("line.") ? look.uplink(name) : look.service(name);
    }

    private static String moment(Look look, String text) {
        try {
            return look.words().full(Instant.parse(text));
        } catch (DateTimeException e) {
            return text;
        }
    }

    private JsonNode body(Casebook.Event entry) {
        try {
            return json.readTree(entry.body().orElse("{}"));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("entry " + entry.stream() + "#" + entry.seq() + " is no JSON", e);
        }
    }
}
