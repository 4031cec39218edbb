package tw.xuhang.evidence;

import java.time.Instant;
import java.util.HexFormat;

/**
 * An entry with all that its hash stands on, as it lies in the store. Hashes and salt are raw bytes and not to be
 * changed by whoever reads them.
 *
 * @param form rule that it was hashed by, see {@link Chain}
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredEntry(
        int form,
        StreamId stream,
        long seq,
        String incident,
        String type,
        int version,
        Instant recordedAt,
        Actor actor,
        byte[] prevHash,
        byte[] hash,
        byte[] bodyHash,
        byte[] salt,
        String body) {

    /** The next entry of a stream, hashed onto what stands before it. */
    public static StoredEntry chained(
            StreamId stream,
            long seq,
            String incident,
            Draft draft,
            Instant at,
            Actor actor,
            byte[] prevHash,
            byte[] salt) {
        byte[] bodyHash = Chain.bodyHash(salt, draft.body());
        StoredEntry blank = new StoredEntry(
                Chain.FORM,
                stream,
                seq,
                incident,
                draft.type(),
                draft.version(),
                at,
                actor,
                prevHash,
                Chain.genesis(),
                bodyHash,
                salt,
                draft.body());
        return blank.with(Chain.hash(blank));
    }

    private StoredEntry with(byte[] newHash) {
        return new StoredEntry(
                form, stream, seq, incident, type, version, recordedAt, actor, prevHash, newHash, bodyHash, salt, body);
    }

    public Entry entry() {
        return new Entry(
                stream,
                seq,
                incident,
                type,
                version,
                recordedAt,
                actor,
                body,
                HexFormat.of().formatHex(hash));
    }
}
