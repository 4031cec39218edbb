package tw.xuhang.evidence.audit;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.evidence.Chain;
import tw.xuhang.evidence.StoredEntry;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.evidence.audit.Evidence.Place;
import tw.xuhang.evidence.audit.Finding.Code;

/** Goes through an export and says what is wrong, the first bad entry of each stream first. */
public final class Verifier {

    private final Evidence evidence;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<StreamId, List<StoredEntry>> streams = new LinkedHashMap<>();

    private Verifier(Evidence evidence) {
        this.evidence = evidence;
    }

    /** @param erased bodies erased on record: told, but no fault */
    public record Verdict(int streams, int entries, int erased, List<Finding> findings) {
        public Verdict {
            findings = List.copyOf(findings);
        }

        public boolean isWhole() {
            return findings.isEmpty();
        }
    }

    public static Verdict verify(Evidence evidence) {
        return new Verifier(evidence).verdict();
    }

    private Verdict verdict() {
        findings.addAll(evidence.findings());
        evidence.entries()
                .forEach(entry -> streams.computeIfAbsent(entry.stream(), s -> new ArrayList<>())
                        .add(entry));
        streams.values().forEach(stream -> firstFault(stream).ifPresent(findings::add));
        evidence.contents().ifPresent(claimed -> claimed.forEach(mark -> compare(mark, true)));
        evidence.marked().forEach(mark -> compare(mark, evidence.whole()));
        return new Verdict(
                streams.size(),
                evidence.entries().size(),
                evidence.erasures().size(),
                findings.stream().distinct().toList());
    }

    /** What comes after the first fault of a stream hangs on it and tells nothing new. */
    private Optional<Finding> firstFault(List<StoredEntry> stream) {
        byte[] previous = Chain.genesis();
        long expected = 1;
        for (StoredEntry entry : stream) {
            Optional<Finding> fault = fault(entry, expected, previous);
            if (fault.isPresent()) {
                return fault;
            }
            previous = entry.hash();
            expected++;
        }
        return Optional.empty();
    }

    private Optional<Finding> fault(StoredEntry entry, long expected, byte[] previous) {
        if (entry.form() != Chain.FORM) {
            return found(entry, Code.UNKNOWN_FORM, "was hashed by form " + entry.form());
        }
        if (!Chain.same(entry.hash(), Chain.hash(entry))) {
            return found(entry, Code.ENTRY_ALTERED, "does not give its own hash");
        }
        if (entry.seq() != expected) {
            return found(entry, Code.OUT_OF_PLACE, "stands where #" + expected + " belongs");
        }
        if (!Chain.same(entry.prevHash(), previous)) {
            return found(entry, Code.CHAIN_BROKEN, "does not follow from #" + (expected - 1));
        }
        return bodyFault(entry);
    }

    private Optional<Finding> bodyFault(StoredEntry entry) {
        Place place = new Place(entry.stream(), entry.seq());
        byte[] body = Chain.bodyHash(entry.salt(), entry.body());
        if (evidence.withheld().contains(place) || Chain.same(body, entry.bodyHash())) {
            return Optional.empty();
        }
        String recorded = evidence.erasures().get(place);
        if (recorded == null) {
            return entry.body().isEmpty()
                    ? found(entry, Code.ERASED_WITHOUT_RECORD, "has no body, and nothing says why")
                    : found(entry, Code.BODY_ALTERED, "has a body that does not give the hash in the entry");
        }
        return recorded.equals(HexFormat.of().formatHex(body))
                ? Optional.empty()
                : found(entry, Code.BODY_ALTERED, "was erased on record, but something else stands there now");
    }

    private static Optional<Finding> found(StoredEntry entry, Code code, String detail) {
        return Optional.of(Finding.at(code, entry.stream(), entry.seq(), detail));
    }

    private void compare(HeadMark mark, boolean mustBeThere) {
        List<StoredEntry> stream = streams.get(mark.stream());
        if (stream == null) {
            if (mustBeThere) {
                findings.add(Finding.at(Code.STREAM_REMOVED, mark.stream(), 1, "had " + mark.seq() + " entries"));
            }
            return;
        }
        if (stream.getLast().seq() < mark.seq()) {
            findings.add(Finding.at(
                    Code.TAIL_CUT,
                    mark.stream(),
                    stream.getLast().seq() + 1,
                    "is missing; the stream reached #" + mark.seq()));
            return;
        }
        StoredEntry there = stream.get((int) Math.min(mark.seq(), stream.size()) - 1);
        if (there.seq() == mark.seq() && !HexFormat.of().formatHex(there.hash()).equals(mark.hash())) {
            findings.add(Finding.at(Code.REWRITTEN, mark.stream(), mark.seq(), "is not what was signed"));
        }
    }
}
