package tw.xuhang.casebook.http;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import tw.xuhang.casebook.Casebook;

/**
 * A case in a list.
 *
 * @param mode {@code live}, {@code drill} or {@code simulate}
 * @param phase {@code responding}, {@code restored}, {@code stood-down} or {@code closed}
 * @param beganAt when the trouble began, as far as was seen
 */
@Introspected
record IncidentLine(
        String number,
        String kind,
        String subject,
        String title,
        String mode,
        String phase,
        Instant beganAt,
        Instant openedAt) {

    static IncidentLine of(Casebook.CaseLine line) {
        return new IncidentLine(
                line.number(),
                Word.of(line.kind()),
                line.subject(),
                line.title(),
                Word.of(line.mode()),
                Word.of(line.phase()),
                line.beganAt(),
                line.openedAt());
    }
}
