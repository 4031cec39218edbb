package tw.xuhang.evidence.audit;

import java.security.PublicKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.evidence.audit.Finding.Code;

/**
 * The checkpoints in their order, checked one after the other: signed by the key, numbered without gaps, each hanging
 * on the one before. All marks are kept: an entry that an early checkpoint saw must still be what it was.
 */
public final class CheckpointLog {

    private final Optional<PublicKey> key;
    private final Map<StreamId, HeadMark> heads = new HashMap<>();
    private final List<HeadMark> marks = new ArrayList<>();
    private final List<Finding> findings = new ArrayList<>();
    private Optional<Checkpoint> last = Optional.empty();

    /** @param key empty: signatures are not looked at, which proves little and is for the caller to say */
    public CheckpointLog(Optional<PublicKey> key) {
        this.key = key;
    }

    public void add(Checkpoint next) {
        String name = "checkpoint " + next.number();
        if (key.isPresent() && !Seal.holds(key.get(), next.text(), next.signature())) {
            findings.add(Finding.about(Code.CHECKPOINT_BROKEN, name + " is not signed by this key"));
            return;
        }
        last.ifPresent(before -> {
            if (next.number() != before.number() + 1) {
                findings.add(Finding.about(
                        Code.CHECKPOINT_BROKEN, name + " follows " + before.number() + ": some are missing"));
            } else if (!next.previous().equals(before.hash())) {
                findings.add(Finding.about(Code.CHECKPOINT_BROKEN, name + " does not follow from " + before.number()));
            }
        });
        if (last.isEmpty() && !next.full()) {
            findings.add(Finding.about(Code.CHECKPOINT_BROKEN, name + " is the first one here, but not a full one"));
        }
        if (next.full()) {
            heads.clear();
        }
        next.heads().forEach(mark -> heads.put(mark.stream(), mark));
        marks.addAll(next.heads());
        last = Optional.of(next);
        if (heads.size() != next.streams() || !Checkpoint.root(heads.values()).equals(next.root())) {
            findings.add(Finding.about(Code.CHECKPOINT_BROKEN, name + " does not add up"));
        }
    }

    public Optional<Checkpoint> last() {
        return last;
    }

    /** Where all streams stood at the last checkpoint. */
    public Map<StreamId, HeadMark> heads() {
        return Map.copyOf(heads);
    }

    /** Every mark of every checkpoint, oldest first. */
    public List<HeadMark> marks() {
        return List.copyOf(marks);
    }

    public List<Finding> findings() {
        return List.copyOf(findings);
    }
}
