package tw.xuhang.evidence.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.evidence.audit.Checkpoint;
import tw.xuhang.evidence.audit.CheckpointLog;
import tw.xuhang.evidence.audit.Finding;
import tw.xuhang.evidence.audit.HeadMark;
import tw.xuhang.evidence.audit.Seal;

/**
 * Signs where all streams stand and writes it outside of the database. What it finds gone or set back since the last
 * time is an alarm: only a hand in the database can do that. Thread-safe.
 */
public final class Checkpointing {

    private static final Logger LOG = LoggerFactory.getLogger(Checkpointing.class);

    private final DataSource reading;
    private final InstantSource clock;
    private final KeyPair key;
    private final CheckpointFiles files;
    private final List<CheckpointFiles> copies;
    private Map<StreamId, HeadMark> known = Map.of();
    private Optional<Checkpoint> last = Optional.empty();
    private List<Finding> alarms = List.of();
    private boolean resumed;

    /** @param copies further places, e.g. a directory of a second host; one that cannot be written is logged and left out */
    public Checkpointing(
            DataSource reading, InstantSource clock, KeyPair key, CheckpointFiles files, List<CheckpointFiles> copies) {
        this.reading = reading;
        this.clock = clock;
        this.key = key;
        this.files = files;
        this.copies = List.copyOf(copies);
    }

    /** @return the checkpoint written, or empty when no stream has moved since the last one */
    public synchronized Optional<Checkpoint> take() {
        try {
            resume();
            Map<StreamId, HeadMark> now = heads();
            alarms = lost(now);
            alarms.forEach(alarm -> LOG.error("the journal was changed from outside: {}", alarm));
            if (now.equals(known)) {
                return Optional.empty();
            }
            Checkpoint next = next(now);
            files.add(next);
            copies.forEach(copy -> copy(copy, next));
            known = now;
            last = Optional.of(next);
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write a checkpoint", e);
        } catch (SQLException e) {
            throw Trouble.raise(e);
        }
    }

    /** What was gone or set back when it looked last; empty is well. */
    public synchronized List<Finding> alarms() {
        return alarms;
    }

    private void resume() throws IOException {
        if (resumed) {
            return;
        }
        CheckpointLog log = new CheckpointLog(Optional.of(key.getPublic()));
        for (String line : files.newest()) {
            log.add(CheckpointFiles.parse(line));
        }
        log.findings().forEach(finding -> LOG.error("checkpoints on disk: {}", finding));
        known = log.heads();
        last = log.last();
        resumed = true;
    }

    private Map<StreamId, HeadMark> heads() throws SQLException {
        Map<StreamId, HeadMark> heads = new HashMap<>();
        try (Connection connection = reading.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT stream, seq, hash FROM journal_head");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                StreamId stream = new StreamId(row.getString(1));
                heads.put(
                        stream,
                        new HeadMark(stream, row.getLong(2), HexFormat.of().formatHex(row.getBytes(3))));
            }
        }
        return heads;
    }

    private List<Finding> lost(Map<StreamId, HeadMark> now) {
        List<Finding> lost = new ArrayList<>();
        for (HeadMark before : known.values()) {
            HeadMark after = now.get(before.stream());
            if (after == null) {
                lost.add(Finding.at(Finding.Code.STREAM_REMOVED, before.stream(), 1, "is gone from the database"));
            } else if (after.seq() < before.seq()) {
                lost.add(Finding.at(Finding.Code.TAIL_CUT, before.stream(), after.seq() + 1, "is gone"));
            } else if (after.seq() == before.seq() && !after.hash().equals(before.hash())) {
                lost.add(Finding.at(Finding.Code.REWRITTEN, before.stream(), after.seq(), "is not what was signed"));
            }
        }
        return lost;
    }

    private Checkpoint next(Map<StreamId, HeadMark> now) {
        Instant at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        boolean full = files.isFirstOfItsFile(at) || !now.keySet().containsAll(known.keySet());
        List<HeadMark> listed = now.values().stream()
                .filter(mark -> full || !mark.equals(known.get(mark.stream())))
                .toList();
        Checkpoint unsigned = new Checkpoint(
                last.map(Checkpoint::number).orElse(0L) + 1,
                at,
                last.map(Checkpoint::hash).orElse(Checkpoint.NONE),
                full,
                now.size(),
                Checkpoint.root(now.values()),
                listed,
                "");
        return unsigned.signed(Seal.sign(key.getPrivate(), unsigned.text()));
    }

    private static void copy(CheckpointFiles copy, Checkpoint checkpoint) {
        try {
            copy.add(checkpoint);
        } catch (IOException e) {
            LOG.error(
                    "checkpoint {} could not be copied; the next one will be tried there again",
                    checkpoint.number(),
                    e);
        }
    }
}
