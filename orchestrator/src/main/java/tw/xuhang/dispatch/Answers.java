package tw.xuhang.dispatch;

import java.time.Instant;
import java.util.Optional;
import tw.xuhang.dispatch.DispatchOrder.Stage;

/**
 * What the vendor said on an order, each with the time it first became known.
 *
 * @param eta when somebody will be there, as last promised
 */
public record Answers(
        Optional<Instant> acknowledgedAt,
        Optional<String> declinedFor,
        Optional<Instant> declinedAt,
        Optional<Instant> eta,
        Optional<Instant> arrivedAt,
        Optional<DispatchEntry.Reported> report,
        Optional<Instant> fixedAt) {

    static final Answers NONE = new Answers(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /** The furthest that was reached by what the vendor said. Facts may come out of order. */
    Optional<Stage> stage() {
        if (fixedAt.isPresent()) {
            return Optional.of(Stage.FIXED);
        }
        if (declinedAt.isPresent()) {
            return Optional.of(Stage.DECLINED);
        }
        if (arrivedAt.isPresent()) {
            return Optional.of(Stage.ON_SITE);
        }
        return acknowledgedAt.map(at -> Stage.ACKNOWLEDGED);
    }

    /** 障礙點、影響區間、範圍, or why one of them cannot be said (P-16). */
    public boolean answersAllThree() {
        return report.filter(r -> !r.whyNot().isBlank()
                        || (!r.point().isBlank()
                                && !r.section().isBlank()
                                && !r.scope().isBlank()))
                .isPresent();
    }

    /** Whoever promises a time, comes or mends has taken the order, whether or not they said so. */
    Answers acknowledged(Instant at) {
        return new Answers(
                acknowledgedAt.or(() -> Optional.of(at)), declinedFor, declinedAt, eta, arrivedAt, report, fixedAt);
    }

    Answers declined(String reason, Instant at) {
        return new Answers(acknowledgedAt, Optional.of(reason), Optional.of(at), eta, arrivedAt, report, fixedAt);
    }

    Answers promising(Instant promised, Instant at) {
        Answers taken = acknowledged(at);
        return new Answers(
                taken.acknowledgedAt, declinedFor, declinedAt, Optional.of(promised), arrivedAt, report, fixedAt);
    }

    Answers arrived(Instant at) {
        Answers taken = acknowledged(at);
        return new Answers(
                taken.acknowledgedAt,
                declinedFor,
                declinedAt,
                eta,
                arrivedAt.or(() -> Optional.of(at)),
                report,
                fixedAt);
    }

    Answers reporting(DispatchEntry.Reported entry) {
        return new Answers(acknowledgedAt, declinedFor, declinedAt, eta, arrivedAt, Optional.of(entry), fixedAt);
    }

    Answers fixed(Instant at) {
        Answers taken = acknowledged(at);
        return new Answers(
                taken.acknowledgedAt,
                declinedFor,
                declinedAt,
                eta,
                arrivedAt,
                report,
                fixedAt.or(() -> Optional.of(at)));
    }
}
