package tw.xuhang.wiring;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import tw.xuhang.database.Pools;
import tw.xuhang.evidence.Journal;
import tw.xuhang.evidence.JournalListener;
import tw.xuhang.evidence.store.CheckpointFiles;
import tw.xuhang.evidence.store.Checkpointing;
import tw.xuhang.evidence.store.Erasure;
import tw.xuhang.evidence.store.Exporting;
import tw.xuhang.evidence.store.Keys;
import tw.xuhang.evidence.store.Ledger;
import tw.xuhang.evidence.store.MariaJournal;
import tw.xuhang.evidence.store.Reaction;
import tw.xuhang.evidence.store.ReadModel;
import tw.xuhang.evidence.store.Rebuild;
import tw.xuhang.home.Home;

/** The journal, once for the service's own work and once over the connections kept free for people. */
@Factory
final class Records {

    @Singleton
    Ledger ledger(
            BeanProvider<ReadModel> models, BeanProvider<Reaction> reactions, BeanProvider<JournalListener> listeners) {
        return new Ledger(() -> new Ledger.Followers(
                models.stream().toList(),
                reactions.stream().toList(),
                listeners.stream().toList()));
    }

    @Singleton
    @Primary
    Journal journal(Pools pools, Ledger ledger, InstantSource clock) {
        return new MariaJournal(pools.work(), pools.reading(), ledger, clock);
    }

    /** For consent and tasks (O2). */
    @Singleton
    @Named("people")
    Journal peoplesJournal(Pools pools, Ledger ledger, InstantSource clock) {
        return new MariaJournal(pools.people(), pools.people(), ledger, clock);
    }

    @Singleton
    Rebuild rebuild(Pools pools, List<ReadModel> models) {
        return new Rebuild(pools.work(), models);
    }

    @Singleton
    Erasure erasure(Pools pools, Ledger ledger, InstantSource clock) {
        return new Erasure(pools.work(), ledger, clock);
    }

    @Singleton
    Exporting exporting(Pools pools, InstantSource clock, Home home) {
        return new Exporting(pools.reading(), clock, Keys.of(home), checkpoints(home));
    }

    /** @param copies further directories, e.g. a mount of a second host */
    @Singleton
    Checkpointing checkpointing(
            Pools pools, InstantSource clock, Home home, @Value("${xuhang.evidence.copies:}") List<String> copies) {
        List<CheckpointFiles> further = copies.stream()
                .filter(copy -> !copy.isBlank())
                .map(Path::of)
                .map(CheckpointFiles::new)
                .toList();
        return new Checkpointing(pools.reading(), clock, Keys.of(home), checkpoints(home), further);
    }

    private static CheckpointFiles checkpoints(Home home) {
        return new CheckpointFiles(home.directory("checkpoints"));
    }
}
