package tw.xuhang.web.http;

import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import tw.xuhang.web.view.Region;

/**
 * The events of a live page: everything at connect, because a browser's extension that reconnects forgets
 * where it was; then each part that changed. A beat every 15 s carries the server's time and shows that
 * the link lives.
 */
@Singleton
public final class Live {

    private static final Duration BEAT = Duration.ofSeconds(15);
    private static final Duration AT_MOST_EVERY = Duration.ofMillis(250);
    /** What another node did, or what time alone changes, is seen without a change being told. */
    private static final Duration LOOK = Duration.ofSeconds(5);

    private final Changes changes;
    private final InstantSource clock;
    private final Scheduler workers;

    public Live(Changes changes, InstantSource clock, @Named(TaskExecutors.BLOCKING) ExecutorService workers) {
        this.changes = changes;
        this.clock = clock;
        this.workers = Schedulers.fromExecutorService(workers);
    }

    /**
     * @param regions renders the page's parts as they are now; called off the event loop, once at a time. Empty once
     *     who looks may look no more: the stream ends then, at the latest after {@link #LOOK}
     */
    public Publisher<Event<String>> of(Supplier<Optional<Map<String, Region>>> regions) {
        return Flux.defer(() -> {
            Map<String, String> sent = new HashMap<>();
            Sinks.Empty<Void> over = Sinks.empty();
            Flux<Event<String>> beats =
                    Flux.interval(Duration.ZERO, BEAT).map(tick -> beat()).takeUntilOther(over.asMono());
            Flux<Event<String>> parts = Flux.merge(
                            Flux.just(0L), changes.all().sample(AT_MOST_EVERY), Flux.interval(LOOK))
                    .onBackpressureLatest()
                    .publishOn(workers, 1)
                    .map(tick -> regions.get())
                    .takeWhile(Optional::isPresent)
                    .concatMapIterable(seen -> news(seen.orElseThrow(), sent), 1)
                    .doOnComplete(over::tryEmitEmpty);
            return Flux.merge(beats.onBackpressureDrop(), parts);
        });
    }

    private static Iterable<Event<String>> news(Map<String, Region> regions, Map<String, String> sent) {
        Stream<Region> changed =
                regions.values().stream().filter(region -> !region.rev().equals(sent.get(region.id())));
        return changed.map(region -> {
                    sent.put(region.id(), region.rev());
                    return Event.of(region.html()).name(region.id()).id(region.rev());
                })
                .toList();
    }

    private Event<String> beat() {
        return Event.of(Long.toString(clock.millis())).name("beat").retry(Duration.ofSeconds(2));
    }
}
