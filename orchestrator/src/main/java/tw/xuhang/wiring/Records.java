package tw.xuhang.wiring;

import io.micronaut.context.BeanProvider;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Primary;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import tw.xuhang.database.Pools;
import tw.xuhang.evidence.Journal;
import tw.xuhang.evidence.JournalListener;
import tw.xuhang.evidence.store.Ledger;
import tw.xuhang.evidence.store.MariaJournal;
import tw.xuhang.evidence.store.Reaction;
import tw.xuhang.evidence.store.ReadModel;

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
}
