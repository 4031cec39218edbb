package tw.xuhang.watch;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Supplier;
import tw.xuhang.directory.CatalogueService;
import tw.xuhang.directory.Directory;
import tw.xuhang.outage.Outages;
import tw.xuhang.runbook.port.Prober;

/** Asks each service from the segment where people need it, and keeps its outage clock. */
public final class ServiceWatching {

    private final Prober prober;
    private final Outages outages;
    private final Supplier<Directory> directory;
    private final InstantSource clock;
    private final Blindness blindness;

    public ServiceWatching(
            Prober prober, Outages outages, Supplier<Directory> directory, InstantSource clock, Blindness blindness) {
        this.prober = prober;
        this.outages = outages;
        this.directory = directory;
        this.clock = clock;
        this.blindness = blindness;
    }

    public void begin(Rounds rounds) {
        for (CatalogueService service : directory.get().services()) {
            rounds.every("service " + service.key(), service.look().every(), () -> look(service));
        }
    }

    void look(CatalogueService service) throws InterruptedException {
        Instant at = clock.instant();
        Prober.Look seen = prober.look(directory.get().question(service));
        if (!blindness.is("service " + service.key(), seen)) {
            outages.serviceLooked(service.key(), seen.answered(), at, seen.detail());
        }
    }
}
