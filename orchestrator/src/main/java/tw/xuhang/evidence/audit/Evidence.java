package tw.xuhang.evidence.audit;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.evidence.StoredEntry;
import tw.xuhang.evidence.StreamId;

/**
 * What there is to judge.
 *
 * @param entries in the order of the export: by stream, then seq
 * @param withheld places whose body was left out of this export, which is no fault
 * @param erasures places whose body was erased on record, with the hash of what stands there instead
 * @param contents heads that the export itself claims; empty when it has no manifest
 * @param marked heads that signed checkpoints prove, newest last for each stream
 * @param whole true when every stream of the installation should be there
 * @param findings what was wrong already while reading: signatures, numbers, manifest
 */
public record Evidence(
        List<StoredEntry> entries,
        Set<Place> withheld,
        Map<Place, String> erasures,
        Optional<List<HeadMark>> contents,
        List<HeadMark> marked,
        boolean whole,
        List<Finding> findings) {

    /** One entry's address. */
    public record Place(StreamId stream, long seq) {}
}
