package tw.xuhang.casebook.http;

import io.micronaut.core.annotation.Introspected;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tw.xuhang.casebook.Casebook;
import tw.xuhang.runbook.run.Lineage;

/**
 * A run in a list.
 *
 * @param parent the run whose step this one does, null for a run of the case itself
 * @param version SHA-256 of the runbook's file: a run keeps the version it began with (R5)
 * @param ending null while it goes on
 */
@Introspected
record RunLine(
        String run,
        String incident,
        @Nullable String parent,
        String runbook,
        String version,
        String mode,
        Instant beganAt,
        @Nullable String ending,
        @Nullable Instant endedAt) {

    static RunLine of(Casebook.RunLine line) {
        return new RunLine(
                line.run(),
                line.incident(),
                Lineage.parent(line.run()).orElse(null),
                line.runbook(),
                line.version(),
                Word.of(line.mode()),
                line.beganAt(),
                line.ending().map(Word::of).orElse(null),
                line.endedAt().orElse(null));
    }
}
