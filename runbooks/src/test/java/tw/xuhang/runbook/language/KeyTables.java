package tw.xuhang.runbook.language;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The tables of keys as the reference for people shows them. */
final class KeyTables {

    private KeyTables() {}

    static String markdown() {
        var out = new StringBuilder();
        table(out, "The runbook", Grammar.RUNBOOK);
        Grammar.STEPS.forEach((kind, shape) -> table(out, "`" + kind + "`", shape));
        return out.toString();
    }

    static String markdown(String title, Shape shape) {
        var out = new StringBuilder();
        table(out, title, shape);
        return out.toString();
    }

    private static void table(StringBuilder out, String title, Shape shape) {
        out.append("### ").append(title).append("\n\n| key | takes | |\n|---|---|---|\n");
        rows(shape, "").forEach(row -> out.append(row).append('\n'));
        shape.either().forEach(either -> out.append("\n").append(choice(either)).append(".\n"));
        out.append('\n');
    }

    static String choice(Shape.Either either) {
        return (either.needed() ? "Exactly one of: " : "At most one of: ")
                + either.names().stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
    }

    private static List<String> rows(Shape shape, String before) {
        return shape.keys().stream().flatMap(key -> row(key, before)).toList();
    }

    private static Stream<String> row(Key key, String before) {
        String name = before + key.name();
        String row = "| `%s`%s | %s | %s |".formatted(name, key.required() ? " \\*" : "", takes(key.form()), key.doc());
        return Stream.concat(Stream.of(row), inside(key.form(), name));
    }

    private static Stream<String> inside(Form form, String name) {
        return switch (form) {
            case Form.Fields(Shape shape) -> rows(shape, name + " › ").stream();
            case Form.ListOf(Form.Fields(Shape shape), int _) -> rows(shape, name + " › ").stream();
            case Form.MapOf(Form.Phrase _, Form.Fields(Shape shape), int _) -> rows(shape, name + " › … › ").stream();
            case Form.MapOf(Form.Phrase _, Form.ListOf(Form.Fields(Shape shape), int _), int _) ->
                rows(shape, name + " › … › ").stream();
            default -> Stream.of();
        };
    }

    private static String takes(Form form) {
        return switch (form) {
            case Form.Phrase phrase -> phrase.wanted();
            case Form.Line(int longest) -> "a text of up to " + longest + " characters";
            case Form.Choice(var words) ->
                words.stream().map(word -> "`" + word + "`").collect(Collectors.joining(" or "));
            case Form.Flag _ -> "`true` or `false`";
            case Form.Count(int least, int most) -> "a number from " + least + " to " + most;
            case Form.Time _ -> "a duration";
            case Form.BothLanguages(int longest) -> "both languages, up to " + longest + " characters each";
            case Form.ListOf(Form.Fields _, int most) -> "a list of up to " + most;
            case Form.ListOf(Form item, int most) -> "a list of up to " + most + ": " + takes(item);
            case Form.MapOf(Form.Phrase _, Form.Fields _, int most) -> "up to " + most + " names, each with:";
            case Form.MapOf(Form.Phrase key, Form value, int most) ->
                "up to " + most + " × " + key.wanted() + ": " + takes(value);
            case Form.Scalar _ -> "a text, a number, `true` or `false`";
            case Form.Fields _ -> "a table:";
            case Form.Steps _ -> "a list of up to " + Grammar.MOST_STEPS + " steps";
        };
    }
}
