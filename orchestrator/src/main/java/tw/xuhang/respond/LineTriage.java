package tw.xuhang.respond;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Uplink;
import tw.xuhang.evidence.Actor;
import tw.xuhang.incident.IncidentEntry;
import tw.xuhang.incident.IncidentIndex;
import tw.xuhang.incident.Incidents;
import tw.xuhang.intake.Disposition;
import tw.xuhang.intake.Reason;
import tw.xuhang.intake.Received;
import tw.xuhang.intake.Triage;
import tw.xuhang.outage.Outages;
import tw.xuhang.signal.LinkVerdict;
import tw.xuhang.signal.Observation;
import tw.xuhang.signal.Signal;
import tw.xuhang.watch.Lines;

/** Judges signals: those about a line by the line's own settings, others by the case they belong to. */
public final class LineTriage implements Triage {

    private static final String UPLINK = "uplink/";

    private final Lines lines;
    private final Outages outages;
    private final Incidents incidents;
    private final IncidentIndex index;
    private final Triggers triggers;
    private final Supplier<Directory> directory;

    public LineTriage(
            Lines lines,
            Outages outages,
            Incidents incidents,
            IncidentIndex index,
            Triggers triggers,
            Supplier<Directory> directory) {
        this.lines = lines;
        this.outages = outages;
        this.incidents = incidents;
        this.index = index;
        this.triggers = triggers;
        this.directory = directory;
    }

    @Override
    public Disposition dispose(Received received) {
        Signal signal = received.signal();
        if (signal.status() != Signal.Status.ACTUAL) {
            return new Disposition.Recorded(
                    Reason.of("status." + signal.status().name().toLowerCase(Locale.ROOT)));
        }
        return line(signal).map(line -> judge(received, line)).orElseGet(() -> belonging(received));
    }

    private Optional<Uplink> line(Signal signal) {
        return signal.subject().startsWith(UPLINK)
                ? directory.get().uplink(signal.subject().substring(UPLINK.length()))
                : Optional.empty();
    }

    private Disposition judge(Received received, Uplink line) {
        Signal signal = received.signal();
        if (signal.phase() == Signal.Phase.UPDATE) {
            return belonging(received);
        }
        boolean answered = signal.phase() == Signal.Phase.CLEAR;
        // The time a source gives is not trusted to be after the last look: its report is worth the time it came.
        Instant at = signal.source().equals("probe") ? signal.occurredAt() : signal.receivedAt();
        return lines.observe(line.key(), new Observation(at, answered), verdict -> follow(received, line, verdict))
                .orElseThrow();
    }

    /** Whatever is done here may be done again for the same signal: each act looks first whether it is done. */
    private Disposition follow(Received received, Uplink line, LinkVerdict verdict) {
        return switch (verdict) {
            case LinkVerdict.Down down -> {
                outages.lineDown(line.key(), down.since(), received.signal().title());
                yield triggers.fire(sighting(received, line, "link.down", down.since()));
            }
            case LinkVerdict.Steady steady -> {
                outages.lineUp(line.key(), steady.since());
                yield triggers.fire(sighting(received, line, "link.steady", steady.since()));
            }
            case LinkVerdict.BackUp back -> {
                outages.lineUp(line.key(), back.at());
                yield belonging(received);
            }
            case LinkVerdict.Planned planned ->
                new Disposition.Suppressed(new Reason(
                        "maintenance", Map.of("reference", planned.window().reference())));
            case LinkVerdict.Suspected suspected ->
                new Disposition.Held(new Reason(
                        "suspected", Map.of("failing", "" + suspected.failing(), "needed", "" + suspected.needed())));
            case LinkVerdict.HeldDown held ->
                new Disposition.Held(
                        new Reason("hold-down", Map.of("until", held.until().toString())));
            case LinkVerdict.Flapping flapping ->
                joined(received, new Reason("flapping", Map.of("count", "" + flapping.count())));
            case LinkVerdict.StillDown ignored -> belonging(received);
            case LinkVerdict.Recovering ignored -> belonging(received);
            case LinkVerdict.StillUp ignored -> new Disposition.Recorded(Reason.of("nothing-new"));
            // Also the signal that opened the case, where a crash came between the case and its disposition.
            case LinkVerdict.Stale ignored ->
                index.openAbout(received.signal().subject()).isPresent()
                        ? belonging(received)
                        : new Disposition.Recorded(Reason.of("stale"));
        };
    }

    private static Sighting sighting(Received received, Uplink line, String kind, Instant began) {
        return new Sighting(
                received,
                kind,
                UPLINK + line.key(),
                Map.of("role", line.role().key(), "key", line.key()),
                line.name().zh(),
                began);
    }

    private Disposition belonging(Received received) {
        return joined(received, Reason.of("same-subject"));
    }

    /** A report about what a case is open about becomes part of it; about anything else it is kept and shown. */
    private Disposition joined(Received received, Reason reason) {
        Signal signal = received.signal();
        Optional<String> open = index.openAbout(signal.subject());
        if (open.isEmpty()) {
            return new Disposition.Recorded(Reason.of("no-case"));
        }
        incidents.join(
                open.get(),
                new IncidentEntry.Joined(signal.source(), signal.subject(), signal.title()),
                Actor.source(signal.source()));
        return new Disposition.Joined(open.get(), reason);
    }
}
