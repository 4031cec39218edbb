package tw.xuhang.integration.inbound;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which labels of a monitoring system mean which thing of ours, as configured. The first rule whose labels
 * all agree counts.
 */
public record Subjects(List<Rule> rules) {

    /** Kind of thing and its name, e.g. {@code uplink/main}. */
    public static final Pattern FORM = Pattern.compile("[a-z][a-z0-9-]{0,30}/[A-Za-z0-9][A-Za-z0-9._-]{0,80}");

    public static final Subjects NONE = new Subjects(List.of());

    public Subjects {
        rules = List.copyOf(rules);
    }

    /**
     * @param labels name → value that the alert must carry
     * @param kind normalised kind of signal
     */
    public record Rule(Map<String, String> labels, String subject, String kind) {
        public Rule {
            labels = Map.copyOf(labels);
            if (labels.isEmpty() || !FORM.matcher(subject).matches()) {
                throw new IllegalArgumentException(
                        "rule for '" + subject + "' needs labels and a subject like uplink/main");
            }
        }
    }

    Optional<Rule> of(Map<String, String> labels) {
        return rules.stream()
                .filter(rule -> labels.entrySet().containsAll(rule.labels().entrySet()))
                .findFirst();
    }

    /** What a signal about the subject is called when nobody says it. */
    static String kindOf(String subject) {
        return switch (subject.substring(0, subject.indexOf('/'))) {
            case "uplink" -> "link";
            case "service" -> "service";
            default -> "alert";
        };
    }
}
