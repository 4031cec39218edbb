package tw.xuhang.integration.inbound;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** The fields of one JSON object, read by name; remembers every fault, the first of which is the answer. */
final class Fields {

    private final ObjectNode node;
    private final String pointer;
    private final List<Reading.Rejected> faults;

    private Fields(ObjectNode node, String pointer, List<Reading.Rejected> faults) {
        this.node = node;
        this.pointer = pointer;
        this.faults = faults;
    }

    static Fields of(ObjectNode node) {
        return new Fields(node, "", new ArrayList<>());
    }

    Optional<Reading.Rejected> fault() {
        return faults.stream().findFirst();
    }

    void refuse(String code, String name, String advice) {
        faults.add(new Reading.Rejected(code, pointer + "/" + name, advice));
    }

    void onlyKnow(Set<String> names) {
        node.fieldNames().forEachRemaining(name -> {
            if (!names.contains(name)) {
                refuse(
                        "unknown-field",
                        Plain.line(name, 60),
                        "known fields: "
                                + String.join(", ", names.stream().sorted().toList()));
            }
        });
    }

    /** Text of the field on one line, empty when it is absent or null. */
    Optional<String> text(String name, int longest) {
        JsonNode value = node.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            refuse("not-text", name, "must be a text");
            return Optional.empty();
        }
        return Optional.of(Plain.line(value.textValue(), longest));
    }

    String required(String name, Pattern form, String advice) {
        Optional<String> text = text(name, 1000);
        if (text.isEmpty() || !form.matcher(text.get()).matches()) {
            refuse(text.isEmpty() ? "missing" : "bad-value", name, advice);
        }
        return text.orElse("");
    }

    /** The field as one of the names of an enum, in any case. */
    <E extends Enum<E>> E choice(String name, E[] values, E otherwise) {
        Optional<String> text = text(name, 40);
        if (text.isEmpty()) {
            return otherwise;
        }
        for (E value : values) {
            if (value.name().equalsIgnoreCase(text.get())) {
                return value;
            }
        }
        refuse(
                "bad-value",
                name,
                "must be one of "
                        + String.join(
                                        ", ",
                                        List.of(values).stream().map(Enum::name).toList())
                                .toLowerCase(Locale.ROOT));
        return otherwise;
    }

    /** Date and time with an offset (RFC 3339); empty when absent or when it says "never" (year 1). */
    Optional<Instant> instant(String name) {
        return text(name, 64).flatMap(text -> {
            try {
                Instant instant = OffsetDateTime.parse(text).toInstant();
                return instant.isBefore(Instant.EPOCH) ? Optional.empty() : Optional.of(instant);
            } catch (DateTimeException _) {
                refuse("bad-time", name, "date and time with an offset, like 2026-11-22T21:23:56+08:00");
                return Optional.empty();
            }
        });
    }

    /** An object of texts, numbers and truth values. */
    Map<String, String> flat(String name, int most, int longest) {
        JsonNode value = node.path(name);
        Map<String, String> texts = new LinkedHashMap<>();
        if (value.isMissingNode() || value.isNull()) {
            return texts;
        }
        if (!value.isObject() || value.size() > most) {
            refuse("bad-value", name, "must be an object of at most " + most + " texts");
            return texts;
        }
        value.properties().forEach(field -> {
            if (field.getValue().isValueNode()) {
                texts.put(
                        Plain.line(field.getKey(), 128),
                        Plain.line(field.getValue().asText(), longest));
            } else {
                refuse("not-text", name + "/" + Plain.line(field.getKey(), 60), "must be a text");
            }
        });
        return texts;
    }

    /** The objects of an array. */
    List<Fields> objects(String name, int most) {
        JsonNode value = node.path(name);
        if (!value.isArray() || value.size() > most) {
            refuse(
                    value.isMissingNode() ? "missing" : "bad-value",
                    name,
                    "must be an array of at most " + most + " objects");
            return List.of();
        }
        List<Fields> objects = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            if (value.get(i) instanceof ObjectNode object) {
                objects.add(new Fields(object, pointer + "/" + name + "/" + i, faults));
            } else {
                refuse("not-an-object", name + "/" + i, "must be an object");
            }
        }
        return objects;
    }
}
