package tw.xuhang.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import tw.xuhang.directory.Directory;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.Journal;
import tw.xuhang.execution.Engine;
import tw.xuhang.execution.RunStore;
import tw.xuhang.execution.store.KeptShelf;
import tw.xuhang.execution.store.RunRows;
import tw.xuhang.incident.IncidentIndex;
import tw.xuhang.incident.Incidents;
import tw.xuhang.outage.OutageEntry;
import tw.xuhang.outage.Outages;
import tw.xuhang.outage.store.OutageFacts;
import tw.xuhang.respond.Progress;

/** The clocks of lines and services, and how far cases have come. */
@Factory
final class Clocks {

    @Singleton
    EntryCodec<OutageEntry> outageFacts() {
        return OutageFacts.codec();
    }

    @Singleton
    Outages outages(Journal journal, EntryCodec<OutageEntry> codec, Directory directory, InstantSource clock) {
        return new Outages(journal, codec, () -> directory, clock);
    }

    @Singleton
    Progress progress(
            Incidents incidents,
            IncidentIndex index,
            Outages outages,
            RunRows rows,
            RunStore store,
            KeptShelf shelf,
            Engine engine) {
        return new Progress(
                incidents,
                index,
                outages,
                new CaseRuns(rows, store, shelf, engine),
                number -> Progress.Continuity.NOT_DECLARED);
    }
}
