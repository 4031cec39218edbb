package tw.xuhang.runbook.cacao;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON (RFC 8259) as strictly as a signature needs it: one value, no name twice, no half surrogate, bounded in size and
 * depth. Says the place of the first thing that is wrong.
 */
final class JsonReader {

    /** More than any playbook that people wrote; a file that is larger is damaged or hostile. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    static final int MOST_LEVELS = 64;

    private final String text;
    private int at;
    private int depth;

    private JsonReader(String text) {
        this.text = text;
    }

    /** What came of it. */
    sealed interface Read {
        record Parsed(JsonValue value) implements Read {}

        /** @param line from 1; 0 where the whole file is meant */
        record Wrong(int line, int column, String reason) implements Read {}
    }

    static Read read(byte[] bytes) {
        if (bytes.length > MOST_BYTES) {
            return new Read.Wrong(0, 0, "larger than " + MOST_BYTES / (1024 * 1024) + " MiB");
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            return new Read.Wrong(0, 0, "not UTF-8");
        }
        var reader = new JsonReader(text);
        try {
            JsonValue value = reader.value();
            reader.space();
            if (reader.at < text.length()) {
                throw reader.wrong("something stands after the end");
            }
            return new Read.Parsed(value);
        } catch (Unreadable e) {
            return reader.where(e.reason);
        }
    }

    private JsonValue value() {
        space();
        return switch (peek()) {
            case '{' -> table();
            case '[' -> items();
            case '"' -> new JsonValue.Text(string());
            case 't' -> word("true", new JsonValue.Truth(true));
            case 'f' -> word("false", new JsonValue.Truth(false));
            case 'n' -> word("null", new JsonValue.Nothing());
            default -> number();
        };
    }

    private JsonValue table() {
        enter();
        Map<String, JsonValue> fields = new LinkedHashMap<>();
        at++;
        space();
        if (peek() == '}') {
            at++;
        } else {
            do {
                space();
                if (peek() != '"') {
                    throw wrong("a name in quotes is expected");
                }
                int start = at;
                String name = string();
                space();
                expect(':');
                if (fields.containsKey(name)) {
                    at = start;
                    throw wrong("the name \"" + name + "\" stands here a second time");
                }
                fields.put(name, value());
                space();
            } while (more('}'));
        }
        depth--;
        return new JsonValue.Table(fields);
    }

    private JsonValue items() {
        enter();
        List<JsonValue> values = new ArrayList<>();
        at++;
        space();
        if (peek() == ']') {
            at++;
        } else {
            do {
                values.add(value());
                space();
            } while (more(']'));
        }
        depth--;
        return new JsonValue.Items(values);
    }

    private void enter() {
        depth++;
        if (depth > MOST_LEVELS) {
            throw wrong("nested more than " + MOST_LEVELS + " levels deep");
        }
    }

    /** Whether a comma says that more comes; else the end must stand here. */
    private boolean more(char end) {
        char c = peek();
        if (c == ',') {
            at++;
            return true;
        }
        expect(end);
        return false;
    }

    private String string() {
        var out = new StringBuilder();
        at++;
        while (peek() != '"') {
            char c = text.charAt(at);
            if (c < 0x20) {
                throw wrong("a text may not hold a line break or control character; write it as an escape");
            }
            if (c == '\\') {
                escape(out);
            } else {
                out.append(c);
                at++;
            }
        }
        at++;
        for (int i = 0; i < out.length(); i += Character.charCount(out.codePointAt(i))) {
            if (Character.getType(out.codePointAt(i)) == Character.SURROGATE) {
                throw wrong("this text holds half a character");
            }
        }
        return out.toString();
    }

    private void escape(StringBuilder out) {
        at++;
        char c = peek();
        int known = "\"\\/bfnrt".indexOf(c);
        if (known >= 0) {
            out.append("\"\\/\b\f\n\r\t".charAt(known));
            at++;
            return;
        }
        if (c != 'u'
                || at + 5 > text.length()
                || !text.substring(at + 1, at + 5).matches("[0-9a-fA-F]{4}")) {
            throw wrong("there is no such escape");
        }
        out.append((char) Integer.parseInt(text.substring(at + 1, at + 5), 16));
        at += 5;
    }

    private JsonValue number() {
        int start = at;
        while (at < text.length() && "+-.0123456789eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        String written = text.substring(start, at);
        if (!written.matches("-?(0|[1-9][0-9]{0,400})(\\.[0-9]{1,400})?([eE][+-]?[0-9]{1,4})?")) {
            at = start;
            throw wrong("a value is expected");
        }
        double value = Double.parseDouble(written);
        if (Double.isInfinite(value)) {
            at = start;
            throw wrong("the number is too large");
        }
        return new JsonValue.Decimal(value);
    }

    private JsonValue word(String word, JsonValue value) {
        if (!text.startsWith(word, at)) {
            throw wrong("a value is expected");
        }
        at += word.length();
        return value;
    }

    private void expect(char c) {
        if (peek() != c) {
            throw wrong("'" + c + "' is expected");
        }
        at++;
    }

    private void space() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char peek() {
        if (at >= text.length()) {
            throw wrong("the file ends too early");
        }
        return text.charAt(at);
    }

    private Unreadable wrong(String reason) {
        return new Unreadable(reason);
    }

    private Read.Wrong where(String reason) {
        String before = text.substring(0, Math.min(at, text.length()));
        int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
        int start = before.lastIndexOf('\n') + 1;
        return new Read.Wrong(line, before.codePointCount(start, before.length()) + 1, reason);
    }

    /** Ends the reading wherever it stands; never leaves this class. */
    private static final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;
        private final String reason;

        Unreadable(String reason) {
            super(reason, null, false, false);
            this.reason = reason;
        }
    }
}
