package tw.xuhang.publication.store;

import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.JacksonCodec;
import tw.xuhang.publication.PublicationEntry;

/** The names that the facts of versions have in the journal, for good. */
public final class PublicationFacts {

    private PublicationFacts() {}

    public static EntryCodec<PublicationEntry> codec() {
        return JacksonCodec.of(PublicationEntry.class)
                .type("runbook.submitted", PublicationEntry.Submitted.class)
                .type("runbook.admitted", PublicationEntry.Admitted.class)
                .type("runbook.reviewed", PublicationEntry.Reviewed.class)
                .type("runbook.returned", PublicationEntry.Returned.class)
                .type("runbook.published", PublicationEntry.Published.class)
                .type("runbook.withdrawn", PublicationEntry.Withdrawn.class)
                .build();
    }
}
