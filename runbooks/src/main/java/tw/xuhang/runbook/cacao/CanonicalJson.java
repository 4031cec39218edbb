package tw.xuhang.runbook.cacao;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The one way to write a piece of JSON (RFC 8785): what is signed are these bytes, however the file was laid out. */
final class CanonicalJson {

    private final StringBuilder out = new StringBuilder();

    private CanonicalJson() {}

    static byte[] bytes(JsonValue value) {
        return text(value).getBytes(StandardCharsets.UTF_8);
    }

    static String text(JsonValue value) {
        var canonical = new CanonicalJson();
        canonical.value(value);
        return canonical.out.toString();
    }

    private void value(JsonValue value) {
        switch (value) {
            case JsonValue.Table(Map<String, JsonValue> fields) -> table(fields);
            case JsonValue.Items(List<JsonValue> values) -> items(values);
            case JsonValue.Text(String text) -> string(text);
            case JsonValue.Decimal(double number) -> out.append(number(number));
            case JsonValue.Truth(boolean truth) -> out.append(truth);
            case JsonValue.Nothing _ -> out.append("null");
        }
    }

    /** Java compares texts by UTF-16 code units, which is the order that the RFC asks for. */
    private void table(Map<String, JsonValue> fields) {
        out.append('{');
        for (var left = new TreeMap<>(fields).entrySet().iterator(); left.hasNext(); ) {
            Map.Entry<String, JsonValue> field = left.next();
            string(field.getKey());
            out.append(':');
            value(field.getValue());
            out.append(left.hasNext() ? "," : "");
        }
        out.append('}');
    }

    private void items(List<JsonValue> values) {
        out.append('[');
        for (Iterator<JsonValue> left = values.iterator(); left.hasNext(); ) {
            value(left.next());
            out.append(left.hasNext() ? "," : "");
        }
        out.append(']');
    }

    private void string(String text) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int known = "\"\\\b\f\n\r\t".indexOf(c);
            if (known >= 0) {
                out.append('\\').append("\"\\bfnrt".charAt(known));
            } else if (c < 0x20) {
                out.append("\\u%04x".formatted((int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }

    /** As ECMAScript writes it: the fewest digits that mean this number, and an exponent only far from 1. */
    static String number(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal shortest = shortest(Math.abs(value)).stripTrailingZeros();
        String digits = shortest.unscaledValue().toString();
        int point = digits.length() - shortest.scale();
        String sign = value < 0 ? "-" : "";
        if (point > 21 || point < -5) {
            String rest = digits.length() > 1 ? "." + digits.substring(1) : "";
            return sign + digits.charAt(0) + rest + "e" + (point > 0 ? "+" : "-") + Math.abs(point - 1);
        }
        if (point <= 0) {
            return sign + "0." + "0".repeat(-point) + digits;
        }
        return digits.length() <= point
                ? sign + digits + "0".repeat(point - digits.length())
                : sign + digits.substring(0, point) + "." + digits.substring(point);
    }

    /** Java's shortest form has two digits at least; one is enough where it means the same number. */
    private static BigDecimal shortest(double value) {
        var java = new BigDecimal(Double.toString(value)).stripTrailingZeros();
        if (java.precision() == 2) {
            int digit = java.unscaledValue().intValueExact() / 10;
            var exact = new BigDecimal(value);
            return Stream.of(digit, digit + 1)
                    .map(tried -> BigDecimal.valueOf(tried, java.scale() - 1))
                    .filter(one -> one.doubleValue() == value)
                    .min(Comparator.comparing(one -> one.subtract(exact).abs()))
                    .orElse(java);
        }
        return java;
    }
}
