package tw.xuhang.outage;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tw.xuhang.evidence.Book;

/** All outages of one line or one service: at most one that runs, and those that are over. */
public record OutageHistory(Optional<Outage> running, List<Outage> over) {

    public static final OutageHistory BLANK = new OutageHistory(Optional.empty(), List.of());

    public OutageHistory {
        over = List.copyOf(over);
    }

    /**
     * @param incident empty while it belongs to none
     * @param limits empty for a line, whose clock drives nothing
     * @param crossed what it has reached and was told of
     * @param until empty while it runs
     */
    public record Outage(
            String of,
            Instant since,
            String evidence,
            String incident,
            Optional<Limits> limits,
            Set<Threshold> crossed,
            Optional<Instant> until) {

        public Outage {
            crossed = Set.copyOf(crossed);
        }

        /** To its end, or to now while it runs. Never negative. */
        public Duration lasting(Instant now) {
            Instant end = until.orElse(now);
            return end.isBefore(since) ? Duration.ZERO : Duration.between(since, end);
        }

        public Optional<OutageClock> clock() {
            return limits.map(l -> new OutageClock(since, l));
        }

        public boolean hasCrossed(Threshold threshold) {
            return crossed.contains(threshold);
        }

        private Outage attached(String to) {
            return new Outage(of, since, evidence, to, limits, crossed, until);
        }

        private Outage crossing(Threshold threshold) {
            var all = EnumSet.of(threshold);
            all.addAll(crossed);
            return new Outage(of, since, evidence, incident, limits, all, until);
        }

        private Outage ended(Instant at) {
            return new Outage(of, since, evidence, incident, limits, crossed, Optional.of(at));
        }
    }

    static OutageHistory fold(OutageHistory history, Book.Fact<OutageEntry> fact) {
        return switch (fact.what()) {
            case OutageEntry.LineBegan began ->
                history.begun(new Outage(
                        began.uplink(),
                        began.at(),
                        began.evidence(),
                        "",
                        Optional.empty(),
                        Set.of(),
                        Optional.empty()));
            case OutageEntry.ServiceBegan began ->
                history.begun(new Outage(
                        began.service(),
                        began.at(),
                        began.evidence(),
                        "",
                        Optional.of(began.limits()),
                        Set.of(),
                        Optional.empty()));
            case OutageEntry.Attached attached -> history.changed(o -> o.attached(attached.incident()));
            case OutageEntry.Crossed crossed -> history.changed(o -> o.crossing(crossed.threshold()));
            case OutageEntry.Ended ended -> history.ended(ended.at());
        };
    }

    /** Every outage that belongs to the incident, the running one last. */
    public List<Outage> of(String incident) {
        return Stream.concat(over.stream(), running.stream())
                .filter(outage -> outage.incident().equals(incident))
                .toList();
    }

    private OutageHistory begun(Outage outage) {
        return new OutageHistory(Optional.of(outage), over);
    }

    private OutageHistory changed(UnaryOperator<Outage> change) {
        return new OutageHistory(running.map(change), over);
    }

    private OutageHistory ended(Instant at) {
        var all = new ArrayList<>(over);
        running.map(outage -> outage.ended(at)).ifPresent(all::add);
        return new OutageHistory(Optional.empty(), all);
    }
}
