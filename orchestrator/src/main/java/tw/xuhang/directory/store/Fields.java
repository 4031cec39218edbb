package tw.xuhang.directory.store;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tw.xuhang.directory.Confirm;
import tw.xuhang.runbook.Text;

/**
 * One mapping of a file, read key by key. A missing or wrong value is noted with its position and a
 * stand-in is handed on, so that one reading tells everything that is wrong; {@link #build} then
 * yields nothing.
 */
final class Fields {

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private static final Pattern CONFIRM = Pattern.compile("(\\d{1,3}) of (\\d{1,3})");

    private final Reading reading;
    private final Node at;
    private final Map<String, NodeTuple> tuples = new LinkedHashMap<>();
    private final Set<String> known = new HashSet<>();
    private final int problemsBefore;

    Fields(Reading reading, Node node) {
        this.reading = reading;
        this.at = node;
        this.problemsBefore = reading.problemCount();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = scalar(tuple.getKeyNode());
                if (tuples.putIfAbsent(key, tuple) != null) {
                    reading.problem(tuple.getKeyNode(), "'%s' is there twice".formatted(key));
                }
            }
        } else {
            reading.problem(node, "expected keys and values here");
        }
    }

    /** The value with this position; refusals of its constructor become problems at this mapping. */
    <T> Optional<T> build(Supplier<T> constructor) {
        for (var entry : tuples.entrySet()) {
            if (!known.contains(entry.getKey())) {
                reading.problem(entry.getValue().getKeyNode(), unknown(entry.getKey()));
            }
        }
        if (reading.problemCount() > problemsBefore) {
            return Optional.empty();
        }
        try {
            return Optional.of(constructor.get());
        } catch (IllegalArgumentException refused) {
            reading.problem(at, String.valueOf(refused.getMessage()));
            return Optional.empty();
        }
    }

    private String unknown(String key) {
        return Nearest.of(key, known)
                .map(near -> "unknown key '%s'; did you mean '%s'?".formatted(key, near))
                .orElseGet(() -> "unknown key '%s'; known here: %s"
                        .formatted(
                                key, String.join(", ", known.stream().sorted().toList())));
    }

    Optional<Node> node(String key) {
        known.add(key);
        return Optional.ofNullable(tuples.get(key)).map(NodeTuple::getValueNode);
    }

    private Optional<Node> required(String key) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            reading.problem(at, "'%s' is missing".formatted(key));
        }
        return node;
    }

    boolean has(String key) {
        return tuples.containsKey(key);
    }

    String text(String key) {
        return required(key).map(this::scalar).orElse("");
    }

    Optional<String> optionalText(String key) {
        return node(key).map(this::scalar);
    }

    private String scalar(Node node) {
        if (node instanceof ScalarNode scalar) {
            return reading.replaceVariables(scalar);
        }
        reading.problem(node, "expected one value here");
        return "";
    }

    List<String> texts(String key) {
        return node(key).map(this::sequence).orElse(List.of()).stream()
                .map(this::scalar)
                .toList();
    }

    private List<Node> sequence(Node node) {
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        reading.problem(node, "expected a list here");
        return List.of();
    }

    /** Both languages: {@code { zh-TW: …, en: … }}, or one value that is the same in both. */
    Text bilingual(String key) {
        return required(key).map(this::bilingual).orElse(Text.of(""));
    }

    private Text bilingual(Node node) {
        if (node instanceof ScalarNode) {
            return Text.of(scalar(node));
        }
        var fields = new Fields(reading, node);
        String zh = fields.text("zh-TW");
        String en = fields.text("en");
        return fields.build(() -> new Text(zh, en)).orElse(Text.of(""));
    }

    boolean yes(String key) {
        return parsed(key, false, "expected true or false", word -> switch (word) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException(word);
        });
    }

    Duration duration(String key, Duration otherwise) {
        return has(key) ? duration(key) : parsedAbsent(key, otherwise);
    }

    Duration duration(String key) {
        required(key);
        return parsed(key, Duration.ofSeconds(1), "expected a time such as 500ms, 30s, 5m, 4h, 1d", Fields::asDuration);
    }

    Confirm confirm(String key) {
        required(key);
        return parsed(key, new Confirm(1, 1), "expected such as '3 of 5'", word -> {
            Matcher matcher = matching(CONFIRM, word);
            return new Confirm(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        });
    }

    LocalDate day(String key) {
        required(key);
        return parsed(key, LocalDate.EPOCH, "expected a day such as 2026-01-31", LocalDate::parse);
    }

    Optional<LocalDate> optionalDay(String key) {
        return has(key) ? Optional.of(day(key)) : Optional.empty();
    }

    OffsetDateTime moment(String key) {
        required(key);
        return parsed(
                key,
                OffsetDateTime.MIN,
                "expected a time with its zone such as 2026-01-31T22:00+08:00",
                OffsetDateTime::parse);
    }

    int number(String key, int otherwise) {
        return has(key) ? number(key) : parsedAbsent(key, otherwise);
    }

    int number(String key) {
        required(key);
        return parsed(key, 1, "expected a whole number", Integer::parseInt);
    }

    URI address(String key) {
        required(key);
        return parsed(key, URI.create("http://localhost"), "expected an address such as http://203.0.113.10/", word -> {
            try {
                return new URI(word);
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException(e);
            }
        });
    }

    /** One of a closed set, by its word. */
    <T> Optional<T> choice(String key, Function<String, Optional<T>> of, List<String> words) {
        return required(key).flatMap(node -> chosen(node, of, words));
    }

    <T> Set<T> choices(String key, Function<String, Optional<T>> of, List<String> words) {
        var all = new HashSet<T>();
        for (Node node : required(key).map(this::sequence).orElse(List.of())) {
            chosen(node, of, words).ifPresent(all::add);
        }
        return all;
    }

    private <T> Optional<T> chosen(Node node, Function<String, Optional<T>> of, List<String> words) {
        String word = scalar(node);
        Optional<T> value = of.apply(word);
        if (value.isEmpty()) {
            reading.problem(
                    node,
                    Nearest.of(word, Set.copyOf(words))
                            .map(near -> "unknown '%s'; did you mean '%s'?".formatted(word, near))
                            .orElse("unknown '%s'; known here: %s".formatted(word, String.join(", ", words))));
        }
        return value;
    }

    /** A key of something else in the folder; whether it exists is asked when all is read. */
    String reference(String key, String kind) {
        return required(key)
                .map(node -> reading.reference(node, kind, scalar(node)))
                .orElse("none");
    }

    Optional<String> optionalReference(String key, String kind) {
        return has(key) ? Optional.of(reference(key, kind)) : Optional.empty();
    }

    Set<String> references(String key, String kind) {
        var all = new HashSet<String>();
        for (Node node : node(key).map(this::sequence).orElse(List.of())) {
            all.add(reading.reference(node, kind, scalar(node)));
        }
        return all;
    }

    Optional<Fields> inner(String key) {
        return required(key).map(node -> new Fields(reading, node));
    }

    /** Reads {@code key: { name: {…}, name: {…} }}, declaring each name as one of {@code kind}. */
    void named(String key, String kind, Consumer<Named> each) {
        node(key).ifPresent(node -> {
            var fields = new Fields(reading, node);
            for (var entry : fields.tuples.entrySet()) {
                reading.declare(entry.getValue().getKeyNode(), kind, entry.getKey());
                each.accept(new Named(
                        entry.getKey(), new Fields(reading, entry.getValue().getValueNode())));
            }
        });
    }

    /** A mapping and the name it stands under. */
    record Named(String name, Fields fields) {}

    /** One after the other, so that a problem in the first is not held against the second. */
    void listed(String key, Consumer<Fields> each) {
        for (Node node : node(key).map(this::sequence).orElse(List.of())) {
            each.accept(new Fields(reading, node));
        }
    }

    private <T> T parsedAbsent(String key, T otherwise) {
        known.add(key);
        return otherwise;
    }

    private <T> T parsed(String key, T standIn, String otherwise, Function<String, T> parse) {
        Optional<Node> node = node(key);
        if (node.isEmpty()) {
            return standIn;
        }
        String word = scalar(node.get());
        try {
            return parse.apply(word);
        } catch (IllegalArgumentException | DateTimeException e) {
            reading.problem(node.get(), "%s, not '%s'".formatted(otherwise, word));
            return standIn;
        }
    }

    private static Duration asDuration(String word) {
        Matcher matcher = matching(DURATION, word);
        long amount = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(amount);
            case "s" -> Duration.ofSeconds(amount);
            case "m" -> Duration.ofMinutes(amount);
            case "h" -> Duration.ofHours(amount);
            default -> Duration.ofDays(amount);
        };
    }

    private static Matcher matching(Pattern pattern, String word) {
        Matcher matcher = pattern.matcher(word);
        if (!matcher.matches()) {
            throw new IllegalArgumentException(word);
        }
        return matcher;
    }
}
