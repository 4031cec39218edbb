package tw.xuhang.evidence.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.HexFormat;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.StreamId;

/**
 * A line of the view {@code timeline}.
 *
 * @param recordedAt UTC wall time
 */
@MappedEntity("timeline")
@SuppressWarnings("ArrayRecordComponent")
record TimelineRow(
        @Id long position,
        String incident,
        LocalDateTime recordedAt,
        String stream,
        long seq,
        String type,
        int version,
        String actorKind,
        String actor,
        String deputyOf,
        byte[] hash,
        String body) {

    Entry entry() {
        return new Entry(
                new StreamId(stream),
                seq,
                incident,
                type,
                version,
                recordedAt.toInstant(ZoneOffset.UTC),
                new Actor(Actor.Kind.valueOf(actorKind), actor, deputyOf),
                body,
                HexFormat.of().formatHex(hash));
    }
}
