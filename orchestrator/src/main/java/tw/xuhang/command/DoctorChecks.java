package tw.xuhang.command;

import io.micronaut.core.value.PropertyResolver;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tw.xuhang.database.Database;
import tw.xuhang.database.DatabaseFailed;
import tw.xuhang.database.ExternalDatabase;
import tw.xuhang.doctor.AddressCheck;
import tw.xuhang.doctor.AnsibleCheck;
import tw.xuhang.doctor.Check;
import tw.xuhang.doctor.ClockCheck;
import tw.xuhang.doctor.DatabaseCheck;
import tw.xuhang.doctor.DatabaseLook;
import tw.xuhang.doctor.DiskCheck;
import tw.xuhang.doctor.FactorsCheck;
import tw.xuhang.doctor.JavaCheck;
import tw.xuhang.doctor.LabCheck;
import tw.xuhang.doctor.Late;
import tw.xuhang.doctor.MailCheck;
import tw.xuhang.doctor.PlaybooksCheck;
import tw.xuhang.doctor.PostsCheck;
import tw.xuhang.doctor.RunbooksCheck;
import tw.xuhang.doctor.SecretsCheck;
import tw.xuhang.doctor.http.PortCheck;
import tw.xuhang.doctor.store.DatabaseView;
import tw.xuhang.doctor.store.OfficeCheck;
import tw.xuhang.home.Home;
import tw.xuhang.home.HomeLock;
import tw.xuhang.wiring.EntryTypes;

/** Which checks there are, and where each gets what it looks at. */
final class DoctorChecks {

    /** What shows that somebody keeps the clock: timesyncd, chrony, ntpd. */
    private static final List<Path> CLOCK_KEEPERS = List.of(
            Path.of("/run/systemd/timesync/synchronized"),
            Path.of("/run/chrony/chronyd.pid"),
            Path.of("/run/ntpd.pid"));

    private final Home home;
    private final String host;
    private final int port;
    private final PropertyResolver settings;
    private final Instant now;
    private final Duration patience;
    private final Optional<HomeLock.Holder> holder;

    DoctorChecks(Home home, String host, int port, PropertyResolver settings, Instant now, Duration patience) {
        this.home = home;
        this.host = host;
        this.port = port;
        this.settings = settings;
        this.now = now;
        this.patience = patience;
        this.holder = HomeLock.holder(home);
    }

    List<Check> all() {
        BoundedTools tools = new BoundedTools(patience);
        OfficeCheck office = new OfficeCheck(
                path("xuhang.office").orElse(home.path().resolve("office")),
                Map.of("lab", text("xuhang.lab").orElse("xh")));
        Path playbooks = path("xuhang.playbooks").orElse(home.path().resolve("playbooks"));
        // Asked once, for all that need it.
        CompletableFuture<DatabaseLook> database = CompletableFuture.supplyAsync(this::database);
        return List.of(
                JavaCheck.of(
                        Runtime.version().feature(), Runtime.version().toString(), System.getProperty("java.home")),
                AnsibleCheck.of(tools),
                DatabaseCheck.of(database::join),
                PortCheck.of(host, port, holder),
                DiskCheck.of(home),
                SecretsCheck.of(home, secretFiles()),
                MailCheck.of(mail()),
                office.check(),
                PostsCheck.of(office::directory, now),
                RunbooksCheck.of(
                        path("xuhang.runbooks"), Optional.of(playbooks).filter(Files::isDirectory), office::directory),
                PlaybooksCheck.of(playbooks, text("xuhang.playbooks").isPresent()),
                ClockCheck.of(now, CLOCK_KEEPERS, traces(database), () -> theirClock(database.join())),
                AddressCheck.of(host, () -> publicAddress(office)),
                FactorsCheck.of(database::join),
                LabCheck.of(tools, "root".equals(System.getProperty("user.name"))));
    }

    private DatabaseLook database() {
        try {
            Optional<Database> external = ExternalDatabase.from(System.getenv());
            return new DatabaseView(home, external.map(Database::address), holder.isPresent(), EntryTypes.known())
                    .look();
        } catch (DatabaseFailed e) {
            return new DatabaseLook.Away("XUHANG_DB_URL", String.valueOf(e.getMessage()));
        }
    }

    private static Optional<Instant> theirClock(DatabaseLook look) {
        return look instanceof DatabaseLook.Answers answers ? Optional.of(answers.now()) : Optional.empty();
    }

    private Late<List<ClockCheck.Trace>> traces(CompletableFuture<DatabaseLook> database) {
        return () -> {
            List<ClockCheck.Trace> traces = new ArrayList<>();
            holder.ifPresent(h -> traces.add(
                    new ClockCheck.Trace(h.since(), home.path().resolve("lock").toString())));
            Path checkpoints = home.path().resolve("checkpoints");
            if (Files.isReadable(checkpoints)) {
                try (Stream<Path> files = Files.list(checkpoints)) {
                    for (Path file : files.toList()) {
                        traces.add(new ClockCheck.Trace(
                                Files.getLastModifiedTime(file).toInstant(), file.toString()));
                    }
                }
            }
            if (database.join() instanceof DatabaseLook.Answers answers) {
                answers.newestEntry().ifPresent(at -> traces.add(new ClockCheck.Trace(at, "journal_entry")));
            }
            return traces;
        };
    }

    private static URI publicAddress(OfficeCheck office) throws IOException {
        return office.directory()
                .map(directory -> directory.office().publicAddress())
                .orElseThrow(() -> new IOException("the office folder cannot be read"));
    }

    private Optional<MailCheck.Server> mail() {
        return text("xuhang.mail.host")
                .map(mail -> new MailCheck.Server(
                        mail,
                        settings.getProperty("xuhang.mail.port", Integer.class).orElse(25),
                        "tls".equalsIgnoreCase(text("xuhang.mail.encryption").orElse(""))));
    }

    private List<Path> secretFiles() {
        List<Path> files = new ArrayList<>();
        path("xuhang.mail.credentials-file").ifPresent(files::add);
        path("xuhang.snmp.community-file").ifPresent(files::add);
        for (String source : settings.getPropertyEntries("xuhang.sources")) {
            path("xuhang.sources." + source + ".secret-file").ifPresent(files::add);
        }
        path("xuhang.db.password.file").ifPresent(files::add);
        return files;
    }

    private Optional<Path> path(String setting) {
        return text(setting).map(Path::of);
    }

    private Optional<String> text(String setting) {
        return settings.getProperty(setting, String.class).filter(value -> !value.isBlank());
    }
}
