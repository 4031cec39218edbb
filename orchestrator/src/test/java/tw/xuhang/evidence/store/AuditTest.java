package tw.xuhang.evidence.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.database.Pools;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Draft;
import tw.xuhang.evidence.Journal.Addition;
import tw.xuhang.evidence.StreamId;
import tw.xuhang.evidence.audit.Finding;
import tw.xuhang.evidence.audit.Finding.Code;
import tw.xuhang.evidence.audit.Verifier;
import tw.xuhang.home.Home;
import tw.xuhang.testing.TestDatabase;
import tw.xuhang.time.SettableClock;

/** What a hand in the database, or in the file, can do, and that each is told apart and named by its first bad entry. */
final class AuditTest {

    private static final StreamId CASE = StreamId.of("incident", "2026-0001");
    private static final StreamId RUN = StreamId.of("run", "2026-0001.1");
    private static final StreamId OTHER = StreamId.of("incident", "2026-0002");

    private final SettableClock clock = SettableClock.at("2026-11-22T01:02:03.456789Z");
    private final TestDatabase database = TestDatabase.migrated();
    private final Pools pools = database.pools();
    private final Ledger ledger = new Ledger(() -> Ledger.Followers.NONE);
    private final MariaJournal journal = new MariaJournal(pools.work(), pools.reading(), ledger, clock);

    @TempDir
    private Path directory;

    private KeyPair key;
    private Checkpointing checkpointing;

    @BeforeEach
    void fill() {
        key = Keys.of(new Home(directory));
        checkpointing = checkpointing();
        append(CASE, "2026-0001", 0, 3);
        append(RUN, "2026-0001", 0, 2);
        assertThat(checkpointing.take()).isPresent();
        append(CASE, "2026-0001", 3, 2);
        append(OTHER, "2026-0002", 0, 2);
        clock.advance(Duration.ofMinutes(1));
        assertThat(checkpointing.take()).isPresent();
    }

    @AfterEach
    void drop() {
        database.close();
    }

    @Test
    void anUntouchedJournalIsWhole() {
        Verifier.Verdict verdict = verify();

        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.streams()).isEqualTo(3);
        assertThat(verdict.entries()).isEqualTo(9);
    }

    @Test
    void aFlippedByteInABody() {
        run("UPDATE journal_body SET body = REPLACE(body, 'fact 2', 'fact 7') WHERE stream = '" + CASE + "'");

        assertThat(first()).isEqualTo("BODY_ALTERED incident/2026-0001#2");
    }

    @Test
    void anotherTimeOrActor() {
        run("UPDATE journal_entry SET recorded_at = recorded_at - INTERVAL 1 MICROSECOND WHERE stream = '" + RUN
                + "' AND seq = 2");
        assertThat(first()).isEqualTo("ENTRY_ALTERED run/2026-0001.1#2");

        run("UPDATE journal_entry SET recorded_at = recorded_at + INTERVAL 1 MICROSECOND WHERE stream = '" + RUN
                + "' AND seq = 2");
        assertThat(verify().findings()).isEmpty();

        run("UPDATE journal_entry SET actor = 'mayor' WHERE stream = '" + RUN + "' AND seq = 1");
        assertThat(first()).isEqualTo("ENTRY_ALTERED run/2026-0001.1#1");
    }

    @Test
    void aCutTail() {
        run("DELETE FROM journal_entry WHERE stream = '" + CASE + "' AND seq > 3");
        assertThat(first()).isEqualTo("TAIL_CUT incident/2026-0001#4");
    }

    @Test
    void aCutTailWithTheHeadSetBack() {
        run("DELETE FROM journal_entry WHERE stream = '" + CASE + "' AND seq > 4");
        run("UPDATE journal_head h SET seq = 4, hash = (SELECT hash FROM journal_entry e WHERE e.stream = h.stream"
                + " AND e.seq = 4) WHERE stream = '" + CASE + "'");

        assertThat(first()).isEqualTo("TAIL_CUT incident/2026-0001#5");
        checkpointing.take();
        assertThat(checkpointing.alarms()).extracting(Finding::code).containsExactly(Code.TAIL_CUT);
    }

    @Test
    void aRemovedStream() {
        for (String table : List.of("journal_body", "journal_entry", "journal_head")) {
            run("DELETE FROM " + table + " WHERE stream = '" + OTHER + "'");
        }
        assertThat(first()).isEqualTo("STREAM_REMOVED incident/2026-0002#1");
        checkpointing.take();
        assertThat(checkpointing.alarms()).extracting(Finding::code).containsExactly(Code.STREAM_REMOVED);
        assertThat(first()).isEqualTo("STREAM_REMOVED incident/2026-0002#1");
    }

    @Test
    void swappedEntries() {
        run("UPDATE journal_entry SET seq = 100 - seq WHERE stream = '" + CASE + "' AND seq IN (2, 3)");
        run("UPDATE journal_entry SET seq = seq - 95 WHERE stream = '" + CASE + "' AND seq > 90");
        assertThat(first()).isEqualTo("ENTRY_ALTERED incident/2026-0001#2");
    }

    @Test
    void swappedLinesOfAnExport() {
        Path file = export(Optional.empty());
        Path lines = lines(file, all -> swap(all, 1, 2));
        assertThat(first(lines)).isEqualTo("OUT_OF_PLACE incident/2026-0001#3");
    }

    @Test
    void aLineLeftOutOfAnExport() {
        Path lines = lines(export(Optional.empty()), all -> without(all, 1));
        assertThat(first(lines)).isEqualTo("OUT_OF_PLACE incident/2026-0001#3");
    }

    @Test
    void aBodyThatWasEmptiedInSilence() {
        run("UPDATE journal_body SET body = '' WHERE stream = '" + CASE + "' AND seq = 2");
        assertThat(first()).isEqualTo("ERASED_WITHOUT_RECORD incident/2026-0001#2");
    }

    @Test
    void aBodyErasedOnRecordLeavesTheChainWhole() {
        Erasure erasure = new Erasure(pools.work(), ledger, clock);
        assertThat(erasure.erase(CASE, 2, "{\"said\":\"\"}", "個資當事人請求", Actor.person("audit")))
                .isTrue();
        assertThat(erasure.erase(CASE, 2, "{}", "again", Actor.SYSTEM)).isFalse();
        assertThat(erasure.erase(CASE, 99, "{}", "no such", Actor.SYSTEM)).isFalse();

        Verifier.Verdict verdict = verify();
        assertThat(verdict.findings()).isEmpty();
        assertThat(verdict.erased()).isEqualTo(1);
        assertThat(journal.read(CASE).get(1).body()).isEqualTo("{\"said\":\"\"}");
        assertThat(verify(export(Optional.of("2026-0001"))).findings()).isEmpty();

        run("UPDATE journal_body SET body = '{\"said\":\"other\"}' WHERE stream = '" + CASE + "' AND seq = 2");
        assertThat(first()).isEqualTo("BODY_ALTERED incident/2026-0001#2");
    }

    @Test
    void aHistoryWrittenAnewFromTheFirstEntryOn() {
        for (String table : List.of("journal_body", "journal_entry", "journal_head")) {
            run("DELETE FROM " + table + " WHERE stream = '" + RUN + "'");
        }
        Ledger forger = new Ledger(() -> Ledger.Followers.NONE);
        new MariaJournal(pools.work(), pools.reading(), forger, clock)
                .append(addition(RUN, "2026-0001", 0, 2), Actor.person("forger"));

        assertThat(first()).isEqualTo("REWRITTEN run/2026-0001.1#2");
    }

    @Test
    void aMissingOrAlteredCheckpoint() throws IOException {
        Path file = checkpoints().resolve("2026-11-22.jsonl");
        List<String> lines = Files.readAllLines(file);
        Files.write(file, lines.subList(1, 2));
        assertThat(verify().findings()).extracting(Finding::code).contains(Code.CHECKPOINT_BROKEN);

        Files.writeString(file, lines.get(0) + "\n" + lines.get(1).replace(",5,", ",4,") + "\n");
        assertThat(verify().findings()).extracting(Finding::code).contains(Code.CHECKPOINT_BROKEN);
    }

    @Test
    void anotherKeyIsNotOurs() {
        KeyPair mine = key;
        key = Keys.of(new Home(directory.resolve("forger")));
        Path forged = export(Optional.empty());
        key = mine;

        assertThat(verify(forged).findings()).extracting(Finding::code).contains(Code.MANIFEST_BROKEN);
    }

    @Test
    void oneIncidentIsExportedWithoutTheWordsOfOthers() throws IOException {
        StreamId shared = StreamId.of("source", "probe");
        append(shared, "2026-0001", 0, 1);
        append(shared, "2026-0002", 1, 1);
        Path file = export(Optional.of("2026-0001"));

        assertThat(verify(file).findings()).isEmpty();
        assertThat(verify(file).streams()).isEqualTo(3);
        List<String> lines = Files.readAllLines(lines(file, all -> all));
        assertThat(lines).filteredOn(line -> line.contains("\"withheld\":true")).hasSize(1);
        assertThat(lines)
                .filteredOn(line -> line.contains("2026-0002"))
                .singleElement()
                .asString()
                .doesNotContain("fact");
    }

    @Test
    void checkpointsAreTakenOnlyWhenSomethingMovedAndGoOnAfterARestart() throws IOException {
        assertThat(checkpointing.take()).isEmpty();
        append(RUN, "2026-0001", 2, 1);
        Checkpointing later = checkpointing();
        assertThat(later.take()).hasValueSatisfying(checkpoint -> {
            assertThat(checkpoint.number()).isEqualTo(3);
            assertThat(checkpoint.full()).isFalse();
            assertThat(checkpoint.heads()).hasSize(1);
        });
        clock.advance(Duration.ofDays(1));
        append(RUN, "2026-0001", 3, 1);
        assertThat(later.take()).hasValueSatisfying(checkpoint -> {
            assertThat(checkpoint.full()).isTrue();
            assertThat(checkpoint.heads()).hasSize(3);
        });
        assertThat(verify().findings()).isEmpty();
    }

    private Checkpointing checkpointing() {
        return new Checkpointing(pools.reading(), clock, key, new CheckpointFiles(checkpoints()), List.of());
    }

    private Path checkpoints() {
        return directory.resolve("checkpoints");
    }

    private void append(StreamId stream, String incident, long head, int count) {
        journal.append(addition(stream, incident, head, count), Actor.person("leader"));
    }

    private static Addition addition(StreamId stream, String incident, long head, int count) {
        List<Draft> drafts = LongStream.rangeClosed(head + 1, head + count)
                .mapToObj(seq -> new Draft("test.said", 1, "{\"said\":\"fact " + seq + "\"}"))
                .toList();
        return new Addition(stream, head, incident, drafts);
    }

    private void run(String sql) {
        TestDatabase.run(database.address(), sql);
    }

    private Path export(Optional<String> incident) {
        Path file = directory.resolve("export.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            new Exporting(pools.reading(), clock, key, new CheckpointFiles(checkpoints())).write(incident, out);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Verifier.Verdict verify() {
        return verify(export(Optional.empty()));
    }

    private Verifier.Verdict verify(Path file) {
        try {
            return Verifier.verify(PackReader.read(file, Optional.of(checkpoints()), Optional.of(key.getPublic()))
                    .evidence());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String first() {
        return first(export(Optional.empty()));
    }

    private String first(Path file) {
        Finding first = verify(file).findings().getFirst();
        return first.code() + " " + first.stream().orElseThrow() + "#" + first.seq();
    }

    private interface Change {
        List<String> of(List<String> lines);
    }

    private static Path lines(Path zip, Change change) {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            String all =
                    new String(file.getInputStream(file.getEntry(Pack.ENTRIES)).readAllBytes(), UTF_8);
            return Files.write(
                    zip.resolveSibling("entries.jsonl"), change.of(all.lines().toList()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> swap(List<String> lines, int one, int other) {
        List<String> swapped = new ArrayList<>(lines);
        Collections.swap(swapped, one, other);
        return swapped;
    }

    private static List<String> without(List<String> lines, int one) {
        List<String> fewer = new ArrayList<>(lines);
        fewer.remove(one);
        return fewer;
    }
}
