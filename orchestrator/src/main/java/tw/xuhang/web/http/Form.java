package tw.xuhang.web.http;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;

/**
 * What a form brought. Text is brought to NFC (a file may hold compatibility ideographs that no font
 * draws), without control characters and without space at its ends.
 */
public record Form(Map<String, Object> fields) {

    public Form {
        fields = Map.copyOf(fields);
    }

    /** Empty where the field is missing. */
    public String text(String name) {
        List<String> all = all(name);
        return all.isEmpty() ? "" : all.getFirst();
    }

    /** Passwords are taken as typed. */
    public String raw(String name) {
        return fields.get(name) instanceof CharSequence text ? text.toString() : "";
    }

    public List<String> all(String name) {
        Object value = fields.get(name);
        if (value instanceof List<?> values) {
            return values.stream().map(one -> clean(String.valueOf(one))).toList();
        }
        return value == null ? List.of() : List.of(clean(value.toString()));
    }

    public int number(String name, int otherwise) {
        try {
            return Integer.parseInt(text(name));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static String clean(String text) {
        String normal = Normalizer.normalize(text, Normalizer.Form.NFC).replace("\r\n", "\n");
        return normal.codePoints()
                .filter(c -> c == '\n' || !Character.isISOControl(c))
                .filter(c -> Character.getType(c) != Character.FORMAT || c == 0x200d)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .strip();
    }
}
