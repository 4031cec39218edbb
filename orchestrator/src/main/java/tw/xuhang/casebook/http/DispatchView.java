package tw.xuhang.casebook.http;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Vendor;
import tw.xuhang.dispatch.Answers;
import tw.xuhang.dispatch.DispatchEntry;
import tw.xuhang.dispatch.DispatchOrder;
import tw.xuhang.dispatch.Letters;
import tw.xuhang.runbook.Text;

/**
 * A work order to a vendor and what came of it.
 *
 * @param stage {@code not-sent}, {@code sent}, {@code declined}, {@code acknowledged}, {@code on-site}, {@code fixed},
 *     {@code closed}
 * @param since when the fault began
 * @param letters how many left for sure
 * @param called a call task is open, or was (D2)
 * @param eta when somebody will be there, as last promised
 */
@Introspected
record DispatchView(
        String key,
        String incident,
        String run,
        String step,
        String mode,
        String vendor,
        Text vendorName,
        String circuit,
        String severity,
        String stage,
        Text fault,
        Text ask,
        Instant since,
        @Nullable Instant placedAt,
        int letters,
        boolean called,
        @Nullable Instant acknowledgedAt,
        @Nullable Declined declined,
        @Nullable Instant eta,
        @Nullable Instant arrivedAt,
        @Nullable Report report,
        @Nullable Instant fixedAt,
        @Nullable String closedFor) {

    @Introspected
    record Declined(String reason, Instant at) {}

    /**
     * What P-16 asks: 障礙點, 影響區間, 範圍.
     *
     * @param complete all three are answered, or it is said why not
     */
    @Introspected
    record Report(String point, String section, String scope, String whyNot, boolean complete) {}

    static DispatchView of(DispatchOrder order, Directory directory) {
        DispatchEntry.Placed placed = order.placed().orElseThrow();
        Answers answers = order.answers();
        return new DispatchView(
                placed.key(),
                placed.incident(),
                placed.run(),
                placed.step(),
                Word.of(placed.mode()),
                placed.vendor(),
                directory.vendor(placed.vendor()).map(Vendor::name).orElse(Text.of(placed.vendor())),
                placed.circuit(),
                Word.of(placed.severity()),
                Word.of(order.stage()),
                placed.fault(),
                placed.ask(),
                placed.since(),
                order.placedAt().orElse(null),
                (int) order.letters().all().stream()
                        .filter(letter -> letter.fate() == Letters.Fate.SENT)
                        .count(),
                order.called(),
                answers.acknowledgedAt().orElse(null),
                answers.declinedAt()
                        .map(at -> new Declined(answers.declinedFor().orElse(""), at))
                        .orElse(null),
                answers.eta().orElse(null),
                answers.arrivedAt().orElse(null),
                answers.report()
                        .map(r -> new Report(r.point(), r.section(), r.scope(), r.whyNot(), answers.answersAllThree()))
                        .orElse(null),
                answers.fixedAt().orElse(null),
                order.closed().map(DispatchEntry.Closed::reason).orElse(null));
    }
}
