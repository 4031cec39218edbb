package tw.xuhang.runbook.language;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.xuhang.runbook.language.Shape.Either;

/**
 * The language as a JSON Schema 2020-12, for editors. Written from the very tables that the reader uses;
 * what a schema cannot say (names that exist, order, duplicate keys) stays with reader and checker.
 */
public final class RunbookSchema {

    private static final String ANY_TEXT = "\\S";

    private RunbookSchema() {}

    public static String json() {
        var schema = new LinkedHashMap<String, Object>();
        schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.put("$id", "urn:xuhang:runbook");
        schema.put("title", "Xuhang runbook");
        schema.putAll(table(Grammar.RUNBOOK));
        var definitions = new LinkedHashMap<String, Object>();
        definitions.put("step", step());
        Grammar.STEPS.forEach((kind, shape) -> definitions.put(defined(kind), table(shape)));
        schema.put("$defs", definitions);
        return Json.write(schema);
    }

    private static Map<String, Object> table(Shape shape) {
        var properties = new LinkedHashMap<String, Object>();
        for (Key key : shape.keys()) {
            var property = new LinkedHashMap<String, Object>();
            property.put("description", key.doc());
            property.putAll(value(key.form()));
            properties.put(key.name(), property);
        }
        var table = new LinkedHashMap<String, Object>();
        table.put("type", "object");
        table.put("properties", properties);
        table.put(
                "required",
                shape.keys().stream().filter(Key::required).map(Key::name).toList());
        table.put("additionalProperties", false);
        if (!shape.either().isEmpty()) {
            table.put(
                    "allOf", shape.either().stream().map(RunbookSchema::either).toList());
        }
        return table;
    }

    private static Map<String, Object> either(Either either) {
        List<Map<String, Object>> alone = either.names().stream()
                .map(name -> Map.<String, Object>of("required", List.of(name)))
                .toList();
        return either.needed() ? Map.of("oneOf", alone) : Map.of("not", Map.of("required", either.names()));
    }

    /** Asks for the kind first, so that an editor speaks about that kind only. */
    private static Map<String, Object> step() {
        var kinds = new ArrayList<Object>();
        var choice = new ArrayList<Object>();
        for (String kind : Grammar.STEPS.keySet()) {
            Map<String, Object> named = Map.of("required", List.of(kind));
            kinds.add(named);
            var rule = new LinkedHashMap<String, Object>();
            rule.put("if", named);
            rule.put("then", Map.of("$ref", "#/$defs/" + defined(kind)));
            choice.add(rule);
        }
        var step = new LinkedHashMap<String, Object>();
        step.put("type", "object");
        step.put("oneOf", kinds);
        step.put("allOf", choice);
        return step;
    }

    private static Map<String, Object> value(Form form) {
        return switch (form) {
            case Form.Phrase phrase -> text(anchored(phrase.regex()), "Is " + phrase.wanted() + ".");
            case Form.Line(int longest) -> text(longest);
            case Form.Choice(var words) -> of("enum", words);
            case Form.Flag _ -> of("type", "boolean");
            case Form.Count(int least, int most) -> count(least, most);
            case Form.Time _ -> text(anchored(Durations.PATTERN), "A duration: 10s, 30m, 4h, 1d.");
            case Form.BothLanguages(int longest) -> bothLanguages(longest);
            case Form.ListOf(Form item, int most) -> list(value(item), most);
            case Form.MapOf(Form.Phrase key, Form item, int most) -> names(key, value(item), most);
            case Form.Scalar _ -> of("type", List.of("string", "number", "boolean"));
            case Form.Fields(Shape shape) -> table(shape);
            case Form.Steps _ -> list(of("$ref", "#/$defs/step"), Grammar.MOST_STEPS);
        };
    }

    private static Map<String, Object> text(String pattern, String comment) {
        Map<String, Object> text = of("type", "string");
        text.put("pattern", pattern);
        text.put("$comment", comment);
        return text;
    }

    private static Map<String, Object> text(int longest) {
        Map<String, Object> text = of("type", "string");
        text.put("pattern", ANY_TEXT);
        text.put("maxLength", longest);
        return text;
    }

    private static Map<String, Object> count(int least, int most) {
        Map<String, Object> count = of("type", "integer");
        count.put("minimum", least);
        count.put("maximum", most);
        return count;
    }

    private static Map<String, Object> bothLanguages(int longest) {
        var languages = new LinkedHashMap<String, Object>();
        languages.put(Grammar.ZH, text(longest));
        languages.put(Grammar.EN, text(longest));
        Map<String, Object> table = of("type", "object");
        table.put("properties", languages);
        table.put("required", List.of(Grammar.ZH, Grammar.EN));
        table.put("additionalProperties", false);
        return table;
    }

    private static Map<String, Object> list(Map<String, Object> item, int most) {
        Map<String, Object> list = of("type", "array");
        list.put("items", item);
        list.put("minItems", 1);
        list.put("maxItems", most);
        return list;
    }

    private static Map<String, Object> names(Form.Phrase key, Map<String, Object> item, int most) {
        Map<String, Object> map = of("type", "object");
        map.put("propertyNames", of("pattern", anchored(key.regex())));
        map.put("additionalProperties", item);
        map.put("minProperties", 1);
        map.put("maxProperties", most);
        return map;
    }

    /** A reference is a URI: no blanks. */
    private static String defined(String kind) {
        return kind.replace(' ', '-');
    }

    private static String anchored(String regex) {
        return "^(?:" + regex + ")$";
    }

    private static Map<String, Object> of(String key, Object value) {
        var map = new LinkedHashMap<String, Object>();
        map.put(key, value);
        return map;
    }
}
