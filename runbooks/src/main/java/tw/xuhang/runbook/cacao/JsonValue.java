package tw.xuhang.runbook.cacao;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A piece of JSON. Looking for something in a value that cannot hold it finds nothing, so that readers need no casts. */
public sealed interface JsonValue {

    /** What stands in a file as {@code {…}}, in its order. */
    record Table(Map<String, JsonValue> fields) implements JsonValue {
        public Table {
            fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
        }

        public Table without(String... names) {
            var rest = new LinkedHashMap<>(fields);
            rest.keySet().removeAll(List.of(names));
            return new Table(rest);
        }

        public Table with(String name, JsonValue value) {
            var more = new LinkedHashMap<>(fields);
            more.put(name, value);
            return new Table(more);
        }
    }

    /** What stands in a file as {@code […]}. */
    record Items(List<JsonValue> values) implements JsonValue {
        public Items {
            values = List.copyOf(values);
        }
    }

    record Text(String value) implements JsonValue {}

    record Decimal(double value) implements JsonValue {}

    record Truth(boolean value) implements JsonValue {}

    /** What stands in a file as {@code null}. */
    record Nothing() implements JsonValue {}

    static Text of(String text) {
        return new Text(text);
    }

    static Items texts(List<String> texts) {
        return new Items(texts.stream().<JsonValue>map(Text::new).toList());
    }

    static Table empty() {
        return new Table(Map.of());
    }

    /** The field of this name; nothing where there is none, or no table. */
    default Optional<JsonValue> get(String name) {
        return this instanceof Table(Map<String, JsonValue> fields) && fields.containsKey(name)
                ? Optional.of(fields.get(name))
                : Optional.empty();
    }

    default Optional<String> text(String name) {
        return get(name).flatMap(JsonValue::asText);
    }

    default Optional<String> asText() {
        return this instanceof Text(String value) ? Optional.of(value) : Optional.empty();
    }

    /** A whole number. */
    default Optional<Long> number(String name) {
        return get(name)
                .filter(Decimal.class::isInstance)
                .map(found -> ((Decimal) found).value())
                .filter(value -> value == Math.rint(value) && Math.abs(value) < 1e15)
                .map(Double::longValue);
    }

    default boolean isTrue(String name) {
        return get(name).filter(new Truth(true)::equals).isPresent();
    }

    /** The table of this name, an empty one where there is none. */
    default Table table(String name) {
        return get(name).filter(Table.class::isInstance).map(Table.class::cast).orElse(empty());
    }

    /** The list of this name, an empty one where there is none. */
    default List<JsonValue> items(String name) {
        return get(name).map(JsonValue::items).orElse(List.of());
    }

    default List<JsonValue> items() {
        return this instanceof Items(List<JsonValue> values) ? values : List.of();
    }

    /** The texts of the list of this name; what is no text is left out. */
    default List<String> texts(String name) {
        return items(name).stream().flatMap(item -> item.asText().stream()).toList();
    }

    /** The same as maps, lists, texts, numbers and truth values, for writing. */
    default Object plain() {
        return switch (this) {
            case Table(Map<String, JsonValue> fields) -> {
                var map = new LinkedHashMap<String, Object>();
                fields.forEach((name, value) -> map.put(name, value.plain()));
                yield map;
            }
            case Items(List<JsonValue> values) -> {
                var list = new ArrayList<Object>();
                values.forEach(value -> list.add(value.plain()));
                yield list;
            }
            case Text(String value) -> value;
            case Decimal(double value) -> plain(value);
            case Truth(boolean value) -> value;
            case Nothing _ -> Optional.empty();
        };
    }

    private static Number plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15 ? (Number) (long) value : (Number) value;
    }
}
