package tw.xuhang.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.mariadb.jdbc.MariaDbDataSource;
import tw.xuhang.database.Address;
import tw.xuhang.database.EmbeddedDatabase;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.StoredEntry;
import tw.xuhang.evidence.audit.Verifier;
import tw.xuhang.evidence.store.CheckpointFiles;
import tw.xuhang.evidence.store.Exporting;
import tw.xuhang.evidence.store.Keys;
import tw.xuhang.evidence.store.PackReader;
import tw.xuhang.home.Home;

/** What the service has written down by the end, read beside it: the journal as exported, and what is left to do. */
record WrittenDown(Verifier.Verdict verdict, List<Entry> entries, long leftovers, long undisposed) {

    private static final Pattern STEP = Pattern.compile("\"step\":\"([^\"]+)\"");

    static WrittenDown read(Path path) throws IOException, SQLException {
        Home home = new Home(path);
        Address address = EmbeddedDatabase.running(home).orElseThrow();
        MariaDbDataSource source = new MariaDbDataSource(address.url());
        source.setUser(address.user());
        source.setPassword(address.password());
        Path file = path.resolveSibling("evidence.zip");
        CheckpointFiles checkpoints = new CheckpointFiles(home.directory("checkpoints"));
        try (OutputStream out = Files.newOutputStream(file)) {
            new Exporting(source, InstantSource.system(), Keys.of(home), checkpoints).write(Optional.empty(), out);
        }
        var evidence = PackReader.read(file, Optional.empty(), Optional.empty()).evidence();
        try (Connection connection = source.getConnection()) {
            return new WrittenDown(
                    Verifier.verify(evidence),
                    evidence.entries().stream().map(StoredEntry::entry).toList(),
                    count(connection, "run_duty")
                            + count(connection, "run_mail")
                            + count(connection, "resource_claim")
                            + count(connection, "resource_wait"),
                    count(connection, "signal_received") - count(connection, "disposition"));
        }
    }

    private static long count(Connection connection, String table) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
            row.next();
            return row.getLong(1);
        }
    }

    long runs() {
        return entries.stream().filter(e -> e.type().equals("run.began")).count();
    }

    /** The facts of the run with their steps, one per line, as they were recorded. */
    List<String> facts() {
        return entries.stream()
                .filter(entry -> entry.stream().kind().equals("run"))
                .map(entry -> entry.type() + step(entry))
                .toList();
    }

    /**
     * As {@link #facts} without the starts that are proven to have had no effect and without news of what a
     * step waits for: the same for every run, wherever it was interrupted.
     */
    List<String> course() {
        String all = String.join("\n", facts()) + "\n";
        return all.replaceAll("run\\.step-started ([a-z-]+)\nrun\\.retry-planned \\1\n", "")
                .replaceAll("run\\.step-parked [a-z-]+\n", "")
                .lines()
                .toList();
    }

    private static String step(Entry entry) {
        Matcher step = STEP.matcher(entry.body());
        return step.find() ? " " + step.group(1) : "";
    }

    String findings() {
        return verdict.findings().stream().map(Object::toString).collect(Collectors.joining("\n"));
    }
}
