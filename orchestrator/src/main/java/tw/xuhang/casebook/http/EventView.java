package tw.xuhang.casebook.http;

import com.fasterxml.jackson.annotation.JsonRawValue;
import io.micronaut.core.annotation.Introspected;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tw.xuhang.casebook.Casebook;

/**
 * An entry of the journal in a case's timeline. Codes and arguments: sentences are made by who shows them.
 *
 * <p>Not introspected: the body is written as it stands, which only Jackson's own way does.
 *
 * @param id cursor
 * @param kind what it is about: {@code incident}, {@code run}, {@code outage}, {@code consent}, …
 * @param body the entry's own fields, null where they were erased
 */
record EventView(
        String id,
        Instant at,
        String kind,
        String key,
        long seq,
        String type,
        int version,
        Actor actor,

        @JsonRawValue @Schema(implementation = Object.class) @Nullable
        String body) {

    /** @param deputyOf role that a deputy acted for, else empty */
    @Introspected
    record Actor(String kind, String name, String deputyOf) {}

    static EventView of(Casebook.Event event) {
        int slash = event.stream().indexOf('/');
        return new EventView(
                Long.toString(event.position()),
                event.at(),
                event.stream().substring(0, slash),
                event.stream().substring(slash + 1),
                event.seq(),
                event.type(),
                event.version(),
                new Actor(Word.of(event.actorKind()), event.actor(), event.deputyOf()),
                event.body().orElse(null));
    }
}
