package tw.xuhang.wiring;

import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import tw.xuhang.consent.ConsentEntry;
import tw.xuhang.consent.OpenRequests;
import tw.xuhang.consent.store.ConsentAnswers;
import tw.xuhang.consent.store.ConsentFacts;
import tw.xuhang.consent.store.ConsentModel;
import tw.xuhang.consent.store.ConsentRows;
import tw.xuhang.consent.store.StoredRequests;
import tw.xuhang.dispatch.DispatchEntry;
import tw.xuhang.dispatch.store.DispatchAnswers;
import tw.xuhang.dispatch.store.DispatchFacts;
import tw.xuhang.dispatch.store.DispatchModel;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.Reaction;
import tw.xuhang.evidence.store.ReadModel;
import tw.xuhang.outage.store.OutageFacts;
import tw.xuhang.outage.store.OutageModel;

/** The lists of requests, orders and outages, and how runs hear of them. */
@Factory
final class CaseLists {

    @Singleton
    EntryCodec<ConsentEntry> consentFacts() {
        return ConsentFacts.codec();
    }

    @Singleton
    ReadModel consentModel(EntryCodec<ConsentEntry> codec) {
        return new ConsentModel(codec);
    }

    @Singleton
    Reaction consentAnswers(EntryCodec<ConsentEntry> codec) {
        return new ConsentAnswers(codec);
    }

    @Singleton
    OpenRequests openRequests(ConsentRows rows) {
        return new StoredRequests(rows);
    }

    @Singleton
    EntryCodec<DispatchEntry> dispatchFacts() {
        return DispatchFacts.codec();
    }

    @Singleton
    ReadModel dispatchModel(EntryCodec<DispatchEntry> codec) {
        return new DispatchModel(codec);
    }

    @Singleton
    Reaction dispatchAnswers(EntryCodec<DispatchEntry> codec) {
        return new DispatchAnswers(codec);
    }

    @Singleton
    ReadModel outageModel() {
        return new OutageModel(OutageFacts.codec());
    }
}
