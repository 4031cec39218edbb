package tw.xuhang.evidence.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import java.time.Instant;
import java.util.HexFormat;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.StreamId;

/**
 * A line of the view {@code timeline}. A moment, not a wall time: the framework would read that in the zone of the machine.
 */
@MappedEntity("timeline")
@SuppressWarnings("ArrayRecordComponent")
record TimelineRow(
        @Id long position,
        String incident,
        Instant recordedAt,
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
                recordedAt,
                new Actor(Actor.Kind.valueOf(actorKind), actor, deputyOf),
                body,
                HexFormat.of().formatHex(hash));
    }
}
