package tw.xuhang.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import tw.xuhang.consent.CaseConsent;
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
import tw.xuhang.outage.store.OutageRows;
import tw.xuhang.outage.store.StoredOutageIndex;
import tw.xuhang.respond.Progress;

/** The clocks of lines and services, and how far cases have come. */
@Factory
final class Clocks {

    @Singleton
    EntryCodec<OutageEntry> outageFacts() {
        return OutageFacts.codec();
    }

    @Singleton
    Outages outages(
            Journal journal, EntryCodec<OutageEntry> codec, OutageRows rows, Directory directory, InstantSource clock) {
        return new Outages(journal, codec, new StoredOutageIndex(rows), () -> directory, clock);
    }

    private static Progress.Continuity continuity(CaseConsent.State state) {
        return switch (state) {
            case NOT_DECLARED -> Progress.Continuity.NOT_DECLARED;
            case ASKED, DECLARED -> Progress.Continuity.OPEN;
            case STOOD_DOWN -> Progress.Continuity.STOOD_DOWN;
        };
    }

    @Singleton
    Progress progress(
            Incidents incidents,
            IncidentIndex index,
            Outages outages,
            RunRows rows,
            RunStore store,
            KeptShelf shelf,
            Engine engine,
            CaseConsent consent) {
        return new Progress(
                incidents,
                index,
                outages,
                new CaseRuns(rows, store, shelf, engine),
                number -> continuity(consent.state(number)));
    }
}
