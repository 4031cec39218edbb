package tw.xuhang.wiring;

import io.micronaut.context.annotation.EachProperty;
import io.micronaut.context.annotation.Parameter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tw.xuhang.intake.http.Source;
import tw.xuhang.intake.http.WebhookSecret;
import tw.xuhang.integration.inbound.AlertmanagerFormat;
import tw.xuhang.integration.inbound.GenericFormat;
import tw.xuhang.integration.inbound.SignalFormat;
import tw.xuhang.integration.inbound.Subjects;

/**
 * A source by configuration:
 *
 * <pre>
 * xuhang.sources.alertmanager:
 *   format: alertmanager           # or generic
 *   secret-file: keys/alertmanager # one whsec_ secret per line, newest first
 *   subjects:
 *     - { labels: { circuit: HN-1 }, subject: uplink/main, kind: link }
 * </pre>
 */
@EachProperty("xuhang.sources")
final class SourceSettings {

    private final String name;
    private String format = "generic";
    private @Nullable Path secretFile;
    private List<Map<String, Object>> subjects = List.of();

    SourceSettings(@Parameter String name) {
        this.name = name;
    }

    public void setFormat(String format) {
        this.format = format;
    }

    public void setSecretFile(Path secretFile) {
        this.secretFile = secretFile;
    }

    public void setSubjects(List<Map<String, Object>> subjects) {
        this.subjects = List.copyOf(subjects);
    }

    Optional<Path> secretFile() {
        return Optional.ofNullable(secretFile);
    }

    Source source() {
        return new Source(name, format(), secrets());
    }

    private SignalFormat format() {
        return switch (format) {
            case "alertmanager" -> new AlertmanagerFormat(rules());
            case "generic" -> new GenericFormat();
            default ->
                throw new IllegalArgumentException(
                        "source '" + name + "' has format '" + format + "'; known: alertmanager, generic");
        };
    }

    private Subjects rules() {
        List<Subjects.Rule> rules = new ArrayList<>();
        for (Map<String, Object> rule : subjects) {
            if (!(rule.get("labels") instanceof Map<?, ?> labels)) {
                throw new IllegalArgumentException("a rule of source '" + name + "' has no labels");
            }
            Map<String, String> wanted = new HashMap<>();
            labels.forEach((label, value) -> wanted.put(String.valueOf(label), String.valueOf(value)));
            rules.add(new Subjects.Rule(wanted, text(rule, "subject", ""), text(rule, "kind", "alert")));
        }
        return new Subjects(rules);
    }

    private static String text(Map<String, Object> rule, String field, String otherwise) {
        Object value = rule.get(field);
        return value == null ? otherwise : value.toString();
    }

    private List<WebhookSecret> secrets() {
        if (secretFile == null) {
            return List.of();
        }
        try {
            return Files.readAllLines(secretFile).stream()
                    .filter(line -> !line.isBlank())
                    .map(line -> WebhookSecret.parse(line.strip()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("secret file of source '" + name + "' cannot be read", e);
        }
    }
}
