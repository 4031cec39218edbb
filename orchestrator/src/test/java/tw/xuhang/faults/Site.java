package tw.xuhang.faults;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import tw.xuhang.directory.store.OfficeFolder;

/**
 * A folder with everything one service needs: home, office, runbook, playbook and the file at the far end on
 * which the playbook's work is counted.
 */
record Site(Path folder, int port) {

    static final String SECRET = "whsec_"
            + Base64.getEncoder().encodeToString("known to the source and the test".getBytes(StandardCharsets.UTF_8));

    static Site at(Path folder) throws IOException {
        Site site = new Site(Files.createDirectories(folder), freePort());
        site.layOutOffice();
        site.copy("runbooks/cut-line.yaml");
        site.copy("playbooks/count.yml");
        Files.writeString(
                folder.resolve("hosts.yml"),
                "routers: { hosts: { router: { ansible_connection: local, counted: '" + site.counted() + "' } } }\n");
        Path secret = Files.writeString(folder.resolve("source-secret"), SECRET + "\n");
        Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
        return site;
    }

    Path home() {
        return folder.resolve("home");
    }

    Path office() {
        return folder.resolve("office");
    }

    Path accounts() {
        return folder.resolve("accounts.json");
    }

    private Path counted() {
        return folder.resolve("counted");
    }

    /** What the playbooks did at the far end, in the order they did it. */
    List<String> done() throws IOException {
        return Files.exists(counted()) ? Files.readAllLines(counted()) : List.of();
    }

    /** Playbooks stay in their middle until they are let go on. */
    void hold() throws IOException {
        Files.createFile(held());
    }

    void letGo() throws IOException {
        Files.deleteIfExists(held());
    }

    private Path held() {
        return folder.resolve("counted.hold");
    }

    /** Whether a launcher has taken a claim and is about to run a playbook. */
    boolean launched() throws IOException {
        Path artifacts = home().resolve("ansible/artifacts");
        if (!Files.isDirectory(artifacts)) {
            return false;
        }
        try (var claims = Files.list(artifacts)) {
            return claims.anyMatch(claim -> Files.exists(claim.resolve("started")));
        }
    }

    Map<String, String> settings(int mailPort, Moment moment) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "xuhang.office",
                office().toString(),
                "xuhang.watch",
                "off",
                "xuhang.publication",
                "folder",
                "xuhang.runbooks",
                folder.resolve("runbooks").toString(),
                "xuhang.playbooks",
                folder.resolve("playbooks").toString(),
                "xuhang.inventory",
                folder.resolve("hosts.yml").toString(),
                "xuhang.accounts.seed",
                accounts().toString(),
                "xuhang.mail.host",
                "127.0.0.1",
                "xuhang.mail.port",
                "" + mailPort,
                "xuhang.mail.from",
                "xuhang@office.test"));
        settings.put("xuhang.sources.monitor.format", "generic");
        settings.put(
                "xuhang.sources.monitor.secret-file",
                folder.resolve("source-secret").toString());
        moment.inside().ifPresent(inside -> settings.put(DyingInside.PROPERTY, inside));
        return settings;
    }

    /** One report is enough to believe that a line is down. */
    private void layOutOffice() throws IOException {
        OfficeFolder.writeSample(office());
        edit("office.yaml", "(public address: ).*", "$1http://127.0.0.1:" + port);
        edit("uplinks.yaml", "confirm: 3 of 5", "confirm: 1 of 1");
    }

    private void edit(String file, String pattern, String replacement) throws IOException {
        Path path = office().resolve(file);
        Files.writeString(path, Files.readString(path).replaceAll(pattern, replacement));
    }

    private void copy(String resource) throws IOException {
        Path target = folder.resolve(resource);
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        try (InputStream source = Objects.requireNonNull(Site.class.getResourceAsStream(resource), resource)) {
            Files.copy(source, target);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
