package tw.xuhang.evidence.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.security.DigestOutputStream;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.sql.DataSource;
import tw.xuhang.evidence.Chain;
import tw.xuhang.evidence.StoredEntry;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.evidence.audit.HeadMark;
import tw.xuhang.evidence.audit.Seal;

/**
 * Writes the journal, or what belongs to one incident, as a file that proves itself. For one incident every stream
 * that has an entry of it comes whole, so that the chain can be checked; bodies of other incidents are withheld.
 */
public final class Exporting {

    private final DataSource reading;
    private final InstantSource clock;
    private final KeyPair key;
    private final CheckpointFiles checkpoints;

    public Exporting(DataSource reading, InstantSource clock, KeyPair key, CheckpointFiles checkpoints) {
        this.reading = reading;
        this.clock = clock;
        this.key = key;
        this.checkpoints = checkpoints;
    }

    /** What was written. */
    public record Written(int streams, long entries) {}

    /** @param incident number of the incident, or empty for everything */
    public Written write(Optional<String> incident, OutputStream out) throws IOException {
        try (Connection connection = reading.getConnection();
                ZipOutputStream zip = new ZipOutputStream(out, UTF_8)) {
            // One view of heads and entries, however long it takes.
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            boolean alone = connection.getAutoCommit();
            connection.setAutoCommit(false);
            try {
                return write(connection, incident, zip);
            } finally {
                connection.rollback();
                connection.setAutoCommit(alone);
                connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
            }
        } catch (SQLException e) {
            throw Trouble.raise(e);
        }
    }

    private Written write(Connection connection, Optional<String> incident, ZipOutputStream zip)
            throws SQLException, IOException {
        List<HeadMark> heads = heads(connection, incident);
        MessageDigest digest = Chain.sha256();
        zip.putNextEntry(new ZipEntry(Pack.ENTRIES));
        long entries = entries(connection, heads, incident, new DigestOutputStream(zip, digest));
        String manifest = manifest(heads, incident, entries, HexFormat.of().formatHex(digest.digest()));
        text(zip, Pack.MANIFEST, manifest);
        text(zip, Pack.SIGNATURE, Seal.sign(key.getPrivate(), manifest) + "\n");
        text(zip, Pack.CHECKPOINTS, String.join("\n", checkpoints.lines()) + "\n");
        text(zip, Pack.KEY, Seal.pem(key.getPublic()));
        return new Written(heads.size(), entries);
    }

    private static List<HeadMark> heads(Connection connection, Optional<String> incident) throws SQLException {
        String all = "SELECT stream, seq, hash FROM journal_head ";
        String some = "WHERE stream IN (SELECT stream FROM journal_entry WHERE incident = ?) ";
        try (PreparedStatement select =
                connection.prepareStatement(all + (incident.isPresent() ? some : "") + "ORDER BY stream")) {
            if (incident.isPresent()) {
                select.setString(1, incident.get());
            }
            List<HeadMark> heads = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    heads.add(new HeadMark(
                            new StreamId(row.getString(1)),
                            row.getLong(2),
                            HexFormat.of().formatHex(row.getBytes(3))));
                }
            }
            return heads;
        }
    }

    private static long entries(
            Connection connection, List<HeadMark> heads, Optional<String> incident, OutputStream out)
            throws SQLException, IOException {
        BufferedWriter lines = new BufferedWriter(new OutputStreamWriter(out, UTF_8));
        long count = 0;
        for (HeadMark head : heads) {
            for (StoredEntry entry : EntryRows.ofStream(connection, head.stream())) {
                boolean withheld = incident.isPresent() && !entry.incident().equals(incident.get());
                lines.write(Pack.line(entry, withheld));
                lines.write('\n');
                count++;
            }
        }
        lines.flush();
        return count;
    }

    private String manifest(List<HeadMark> heads, Optional<String> incident, long entries, String digest) {
        ObjectNode node = Pack.JSON
                .createObjectNode()
                .put("format", Pack.FORMAT)
                .put("incident", incident.orElse(""))
                .put("exportedAt", clock.instant().toString())
                .put("entries", entries)
                .put("entriesSha256", digest);
        ArrayNode streams = node.putArray("streams");
        heads.forEach(head ->
                streams.addArray().add(head.stream().value()).add(head.seq()).add(head.hash()));
        return node.toPrettyString() + "\n";
    }

    private static void text(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(UTF_8));
        zip.closeEntry();
    }
}
