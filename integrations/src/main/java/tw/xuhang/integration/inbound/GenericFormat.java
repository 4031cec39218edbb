package tw.xuhang.integration.inbound;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tw.xuhang.signal.Signal;
import tw.xuhang.signal.Signal.Phase;
import tw.xuhang.signal.Signal.Status;

/**
 * The small format of our own, for scripts and for systems without a format here:
 *
 * <pre>{@code
 * {"key": "gen-2026-11-22-1",           what makes a repetition the same event
 *  "kind": "power", "subject": "site/office", "title": "市電中斷",
 *  "phase": "raise",                    or update, clear; raise if absent
 *  "status": "actual",                  or exercise, test, system, draft; actual if absent
 *  "occurredAt": "2026-11-22T21:23:56+08:00",   time of arrival if absent
 *  "attributes": {"room": "2F"}}        up to 50 texts, numbers, truth values
 * }</pre>
 *
 * <p>An unknown field is refused: a misspelt {@code status} must not start a real run (I3).
 */
public final class GenericFormat implements SignalFormat {

    private static final Set<String> KNOWN =
            Set.of("key", "kind", "subject", "title", "phase", "status", "occurredAt", "attributes");
    private static final Pattern KEY = Pattern.compile("\\S(.{0,198}\\S)?");
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9.-]{0,39}");
    private static final Pattern TITLE = Pattern.compile(".{1,200}");

    @Override
    public Reading read(String source, byte[] body, Instant receivedAt) {
        return BoundedJson.read(body, object -> {
            Fields fields = Fields.of(object);
            fields.onlyKnow(KNOWN);
            Signal signal = signal(source, fields, receivedAt);
            return fields.fault().<Reading>map(fault -> fault).orElseGet(() -> new Reading.Parsed(List.of(signal)));
        });
    }

    private static Signal signal(String source, Fields fields, Instant receivedAt) {
        String event = fields.required("key", KEY, "1 to 200 characters that name this one event");
        Phase phase = fields.choice("phase", Phase.values(), Phase.RAISE);
        Optional<Instant> occurredAt = fields.instant("occurredAt");
        Map<String, String> attributes = new LinkedHashMap<>(fields.flat("attributes", 50, 1024));
        attributes.put("event", event);
        return new Signal(
                source,
                key(event, phase, occurredAt),
                fields.required("kind", KIND, "a small word like link, service, power"),
                phase,
                fields.required("subject", Subjects.FORM, "kind of thing, slash, name: like uplink/main"),
                fields.choice("status", Status.values(), Status.ACTUAL),
                Times.notAfter(receivedAt, occurredAt.orElse(receivedAt)),
                receivedAt,
                fields.required("title", TITLE, "one line for people, 1 to 200 characters"),
                attributes);
    }

    /** Beginning, news and end of one event are three deliveries, though a script gives them one key. */
    private static String key(String event, Phase phase, Optional<Instant> occurredAt) {
        return event
                + (phase == Phase.RAISE ? "" : "!" + phase.name().toLowerCase(Locale.ROOT))
                + occurredAt.map(at -> "@" + at).orElse("");
    }
}
