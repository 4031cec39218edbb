package tw.xuhang.wiring;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tw.xuhang.consent.store.ConsentFacts;
import tw.xuhang.dispatch.store.DispatchFacts;
import tw.xuhang.evidence.EntryCodec;
import tw.xuhang.evidence.store.Erasure;
import tw.xuhang.execution.store.RunFacts;
import tw.xuhang.incident.store.IncidentFacts;
import tw.xuhang.intake.store.IntakeFacts;
import tw.xuhang.outage.store.OutageFacts;
import tw.xuhang.publication.store.PublicationFacts;
import tw.xuhang.readiness.store.ReadinessFacts;
import tw.xuhang.task.store.TaskFacts;

/** Every type of entry that this release reads, with the newest version of it (E3). */
public final class EntryTypes {

    private EntryTypes() {}

    public static Map<String, Integer> known() {
        List<EntryCodec<?>> codecs = List.of(
                IncidentFacts.codec(),
                OutageFacts.codec(),
                ConsentFacts.codec(),
                DispatchFacts.codec(),
                TaskFacts.codec(),
                RunFacts.codec(),
                IntakeFacts.CODEC,
                ReadinessFacts.codec(),
                PublicationFacts.codec());
        Map<String, Integer> known = new HashMap<>();
        codecs.forEach(codec -> known.putAll(codec.types()));
        known.put(Erasure.ENTRY, 1);
        return known;
    }
}
