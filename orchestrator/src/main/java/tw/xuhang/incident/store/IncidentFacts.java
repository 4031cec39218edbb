package tw.xuhang.incident.store;

import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.JacksonCodec;
import tw.xuhang.incident.IncidentEntry;

/** The names that the facts of a case have in the journal, for good. */
public final class IncidentFacts {

    private IncidentFacts() {}

    public static EntryCodec<IncidentEntry> codec() {
        return JacksonCodec.of(IncidentEntry.class)
                .type("incident.opened", IncidentEntry.Opened.class)
                .type("incident.joined", IncidentEntry.Joined.class)
                .type("incident.made-aware", IncidentEntry.MadeAware.class)
                .type("incident.run-began", IncidentEntry.RunBegan.class)
                .type("incident.run-ended", IncidentEntry.RunEnded.class)
                .type("incident.run-given-up", IncidentEntry.RunGivenUp.class)
                .type("incident.reached", IncidentEntry.Reached.class)
                .type("incident.noted", IncidentEntry.Noted.class)
                .build();
    }
}
