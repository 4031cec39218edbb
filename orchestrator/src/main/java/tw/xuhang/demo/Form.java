package tw.xuhang.demo;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A form of a page, as it would be sent.
 *
 * @param fields all controls with their given values
 */
record Form(URI action, List<Control> fields) {

    private static final Pattern CONTROL = Pattern.compile("<(input|button|textarea|select)\\b([^>]*)>");
    private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");

    Form {
        fields = List.copyOf(fields);
    }

    /** @param type of an input, else the element's name */
    record Control(String type, String name, String value) {}

    static Form of(URI page, String attributes, String inner) {
        String action = attributes(attributes).getOrDefault("action", "");
        List<Control> fields = new ArrayList<>();
        Matcher found = CONTROL.matcher(inner);
        while (found.find()) {
            Map<String, String> given = attributes(found.group(2));
            String type = found.group(1).equals("input") ? given.getOrDefault("type", "text") : found.group(1);
            if (given.containsKey("name")) {
                fields.add(new Control(type, given.getOrDefault("name", ""), given.getOrDefault("value", "")));
            }
        }
        return new Form(action.isEmpty() ? page : page.resolve(action), fields);
    }

    boolean offers(String name, String value) {
        return fields.stream()
                .anyMatch(field -> field.name().equals(name) && field.value().equals(value));
    }

    boolean has(String name) {
        return fields.stream().anyMatch(field -> field.name().equals(name));
    }

    /** The first choice that the form offers under this name. */
    Optional<String> firstChoice(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name) && field.type().equals("radio"))
                .map(Control::value)
                .findFirst();
    }

    /** All choices under this name, e.g. of a checklist. */
    List<String> choices(String name) {
        return fields.stream()
                .filter(field -> field.name().equals(name))
                .map(Control::value)
                .toList();
    }

    /** The body of a request: what the page hid in the form, and what the person fills in. */
    String body(Map<String, List<String>> filled) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        fields.stream()
                .filter(field -> field.type().equals("hidden"))
                .forEach(field -> all.put(field.name(), List.of(field.value())));
        all.putAll(filled);
        return all.entrySet().stream()
                .flatMap(entry -> entry.getValue().stream().map(value -> encode(entry.getKey()) + "=" + encode(value)))
                .collect(Collectors.joining("&"));
    }

    /** Text of a page without its escapes. */
    static String plain(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&#34;", "\"")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> found = new HashMap<>();
        ATTRIBUTE.matcher(text).results().forEach(a -> found.put(a.group(1), plain(a.group(2))));
        return found;
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
