package tw.xuhang.web.http;

import jakarta.inject.Singleton;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;

/** Tells every open live view that something happened. Nobody is waited for; a view that is slow misses nothing, it renders the newest. */
@Singleton
public final class Changes {

    private final Sinks.Many<Long> sink = Sinks.many().multicast().directBestEffort();

    public void happened() {
        sink.emitNext(1L, (signal, result) -> result == Sinks.EmitResult.FAIL_NON_SERIALIZED);
    }

    Flux<Long> all() {
        return sink.asFlux();
    }
}
