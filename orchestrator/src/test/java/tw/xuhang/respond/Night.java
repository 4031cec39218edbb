package tw.xuhang.respond;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.SampleOffice;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.RememberingCodec;
import tw.xuhang.evidence.StandingClock;
import tw.xuhang.evidence.TinyJournal;
import tw.xuhang.incident.Incident;
import tw.xuhang.incident.IncidentIndex;
import tw.xuhang.incident.IncidentKind;
import tw.xuhang.incident.Incidents;
import tw.xuhang.incident.Phase;
import tw.xuhang.intake.Disposition;
import tw.xuhang.intake.Received;
import tw.xuhang.outage.OutageIndex;
import tw.xuhang.outage.Outages;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Surroundings;
import tw.xuhang.signal.LinkState;
import tw.xuhang.signal.Signal;
import tw.xuhang.watch.LineMemory;
import tw.xuhang.watch.Lines;

/** A night at the sample office, on paper: report looks at its lines, kill the service, read the cases. */
final class Night {

    static final Instant BEGIN = Instant.parse("2026-11-22T18:10:00Z");

    final StandingClock clock = new StandingClock(BEGIN);
    final TinyJournal journal = new TinyJournal(clock);
    private final Directory directory = SampleOffice.directory();
    private final List<Runbook> library =
            List.copyOf(Library.shipped(Surroundings.unknown()).runbooks().values());
    final Outages outages = new Outages(journal, new RememberingCodec<>(), OutageIndex.ALL, () -> directory, clock);
    private final List<String> numbers = new ArrayList<>();
    final Incidents incidents = new Incidents(journal, new RememberingCodec<>(), new RememberingCodec<>(), () -> {
        numbers.add("2026-" + (numbers.size() + 1));
        return numbers.getLast();
    });
    final List<String> working = new ArrayList<>();
    final List<String> calledOff = new ArrayList<>();
    private final Map<String, LinkState> kept = new HashMap<>();
    private LineTriage triage = triage();
    private boolean dying;
    private long count;

    /** The service dies just before it writes down how the line stands. */
    static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /** The same words by which the office's own watch reports its look. */
    Disposition look(String line, boolean answered) {
        return look(received(line, answered));
    }

    Received received(String line, boolean answered) {
        var signal = new Signal(
                "probe",
                line + "@" + clock.instant(),
                "link",
                answered ? Signal.Phase.CLEAR : Signal.Phase.RAISE,
                "uplink/" + line,
                Signal.Status.ACTUAL,
                clock.instant(),
                clock.instant(),
                line,
                Map.of());
        return new Received(++count, signal);
    }

    Disposition look(Received received) {
        return triage.dispose(received);
    }

    Night after(Duration span) {
        clock.set(clock.instant().plus(span));
        return this;
    }

    void diesBeforeItRemembers() {
        dying = true;
    }

    /** A new life, with what the last one had stored. */
    void restarts() {
        dying = false;
        triage = triage();
    }

    /** Somebody opens a case by hand, with a runbook. */
    String opened(Mode mode, String subject, String runbook) {
        var opening = new Incidents.Opening(
                IncidentKind.BACKBONE_OUTAGE, subject, "by hand", clock.instant(), mode, "test", Actor.SYSTEM);
        List<Incidents.Start> starts = library.stream()
                .filter(one -> one.key().equals(runbook))
                .map(one -> new Incidents.Start(one, Map.of(), "test"))
                .toList();
        return incidents.open(opening, starts, Incidents.Along.NOTHING).number();
    }

    List<Incident> cases() {
        return numbers.stream()
                .map(incidents::read)
                .filter(incident -> incident.opened().isPresent())
                .toList();
    }

    IncidentIndex index() {
        return new Index();
    }

    ServiceCases serviceCases() {
        return new ServiceCases(outages, incidents, new Index(), () -> directory, () -> library, working::add, clock);
    }

    private LineTriage triage() {
        var responding = new Responding(incidents, index(), outages, () -> library, working::add, calledOff::add);
        Triggers triggers = sighting ->
                sighting.kind().equals("link.down") ? responding.lineDown(sighting) : responding.lineSteady(sighting);
        return new LineTriage(
                new Lines(() -> directory, new Memory()), outages, incidents, index(), triggers, () -> directory);
    }

    private final class Memory implements LineMemory {
        @Override
        public Optional<LinkState> recall(String uplink) {
            return Optional.ofNullable(kept.get(uplink));
        }

        @Override
        public void remember(String uplink, LinkState state) {
            if (dying
                    && state.position()
                            != recall(uplink).map(LinkState::position).orElse(LinkState.Position.UP)) {
                throw new Killed();
            }
            kept.put(uplink, state);
        }
    }

    private final class Index implements IncidentIndex {
        @Override
        public Optional<String> openAbout(String subject) {
            return open().stream()
                    .filter(row -> row.mode() == Mode.LIVE
                            && row.subject().equals(subject)
                            && row.phase().isBefore(Phase.STOOD_DOWN))
                    .map(Row::number)
                    .findFirst();
        }

        @Override
        public List<Row> open() {
            return cases().stream().filter(Incident::isOpen).map(Index::row).toList();
        }

        @Override
        public List<Row> latest(int limit) {
            return cases().reversed().stream().limit(limit).map(Index::row).toList();
        }

        private static Row row(Incident incident) {
            var opened = incident.opened().orElseThrow();
            return new Row(
                    opened.number(),
                    opened.kind(),
                    opened.subject(),
                    opened.title(),
                    opened.mode(),
                    incident.phase(),
                    opened.began(),
                    incident.openedAt());
        }
    }
}
