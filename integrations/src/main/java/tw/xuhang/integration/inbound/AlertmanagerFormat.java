package tw.xuhang.integration.inbound;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tw.xuhang.signal.Signal;
import tw.xuhang.signal.Signal.Phase;
import tw.xuhang.signal.Signal.Status;

/**
 * Webhook of Prometheus Alertmanager, version 4. One signal per alert; what repeats an alert (its
 * fingerprint and start) is the key, and its end has a key of its own. Unknown fields are for a newer
 * Alertmanager and ignored.
 *
 * <p>An alert names what it is about by the labels {@code xuhang_subject} and {@code xuhang_kind}, or by
 * configured rules; a label {@code xuhang_status} makes it a test or an exercise.
 */
public final class AlertmanagerFormat implements SignalFormat {

    private static final int MOST_ALERTS = 2000;
    private static final int MOST_LABELS = 64;
    private static final int LONGEST_VALUE = 1024;

    private final Subjects subjects;

    public AlertmanagerFormat(Subjects subjects) {
        this.subjects = requireNonNull(subjects, "subjects is null");
    }

    @Override
    public Reading read(String source, byte[] body, Instant receivedAt) {
        return BoundedJson.read(body, object -> {
            Fields group = Fields.of(object);
            if (!group.text("version", 10).orElse("4").equals("4")) {
                group.refuse("unknown-version", "version", "this reads version 4 of the webhook");
            }
            List<Signal> signals = new ArrayList<>();
            for (Fields alert : group.objects("alerts", MOST_ALERTS)) {
                signals.add(signal(source, alert, receivedAt));
            }
            return group.fault().<Reading>map(fault -> fault).orElseGet(() -> new Reading.Parsed(signals));
        });
    }

    private enum State {
        FIRING,
        RESOLVED
    }

    private Signal signal(String source, Fields alert, Instant receivedAt) {
        State state = alert.choice("status", State.values(), State.FIRING);
        Map<String, String> labels = alert.flat("labels", MOST_LABELS, LONGEST_VALUE);
        Map<String, String> annotations = alert.flat("annotations", MOST_LABELS, LONGEST_VALUE);
        Optional<Instant> startsAt = alert.instant("startsAt");
        if (startsAt.isEmpty()) {
            alert.refuse("missing", "startsAt", "an alert has a start");
        }
        Instant start = startsAt.orElse(receivedAt);
        Instant end = alert.instant("endsAt").filter(at -> !at.isBefore(start)).orElse(receivedAt);
        String event = alert.text("fingerprint", 64).orElseGet(() -> new TreeMap<>(labels).toString()) + "@" + start;
        boolean resolved = state == State.RESOLVED;
        String alertname = labels.getOrDefault("alertname", "unnamed");
        About about = about(source, alertname, labels);

        Map<String, String> attributes = new LinkedHashMap<>();
        labels.forEach((name, value) -> attributes.put("label." + name, value));
        annotations.forEach((name, value) -> attributes.put("annotation." + name, value));
        attributes.put("event", event);
        attributes.put("startsAt", start.toString());
        return new Signal(
                source,
                resolved ? event + "!resolved" : event,
                about.kind(),
                resolved ? Phase.CLEAR : Phase.RAISE,
                about.subject(),
                status(labels),
                Times.notAfter(receivedAt, resolved ? end : start),
                receivedAt,
                Plain.line(annotations.getOrDefault("summary", alertname), 200),
                attributes);
    }

    private record About(String subject, String kind) {}

    private About about(String source, String alertname, Map<String, String> labels) {
        String named = labels.getOrDefault("xuhang_subject", "");
        Optional<Subjects.Rule> rule = subjects.of(labels);
        String subject = Subjects.FORM.matcher(named).matches()
                ? named
                : rule.map(Subjects.Rule::subject).orElseGet(() -> Plain.name(source) + "/" + Plain.name(alertname));
        String kind = Optional.ofNullable(labels.get("xuhang_kind"))
                .map(Plain::name)
                .or(() -> rule.map(Subjects.Rule::kind))
                .orElseGet(() -> Subjects.kindOf(subject));
        return new About(subject, kind);
    }

    /** Whoever set the label did not mean the alert to be taken for real, even if the word is misspelt (I3). */
    private static Status status(Map<String, String> labels) {
        String named = labels.get("xuhang_status");
        if (named == null) {
            return Status.ACTUAL;
        }
        for (Status status : Status.values()) {
            if (status.name().equalsIgnoreCase(named)) {
                return status;
            }
        }
        return Status.TEST;
    }
}
