package tw.xuhang.demo;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tw.xuhang.access.Role;
import tw.xuhang.access.Secrets;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.store.Loaded;
import tw.xuhang.directory.store.OfficeFolder;

/** Everything that was started for the show. It is stopped in reverse order, once, also by Ctrl-C. */
final class Stage implements Closeable {

    private static final String LETTERS = "abcdefghijkmnpqrstuvwxyz23456789";

    private final Deque<Closeable> running = new ArrayDeque<>();
    private final Thread onSignal = new Thread(this::interrupted, "curtain");
    private final Path folder;
    private final Story story;
    private final InstantSource clock;
    private final Secrets secrets = new Secrets(new SecureRandom());
    private boolean keep = true;

    Stage(Story story, InstantSource clock) throws IOException {
        this.story = story;
        this.clock = clock;
        this.folder = Files.createTempDirectory("xuhang-demo-");
        Runtime.getRuntime().addShutdownHook(onSignal);
    }

    Path folder() {
        return folder;
    }

    /** Nothing went wrong: the folder with logs and data may go as well. */
    void clear() {
        keep = false;
    }

    Lab lab(Path scripts) throws IOException, InterruptedException {
        Lab lab = starting(new Lab(scripts.resolve("lab"), "xh" + random(), folder));
        lab.up(ProcessHandle.current().pid());
        story.tell("網路實驗室 Network lab %s: 主線路、備援線路、五項服務".formatted(lab.prefix()));
        return lab;
    }

    MailCatcher mail() {
        return starting(new MailCatcher());
    }

    /** The sample office with links that lead to this service. */
    Cast office(Lab lab, int port) throws IOException {
        Path office = folder.resolve("office");
        OfficeFolder.writeSample(office);
        Path file = office.resolve("office.yaml");
        String text = Files.readString(file);
        Files.writeString(file, text.replaceAll("(public address: ).*", "$1http://127.0.0.1:" + port));
        return switch (OfficeFolder.read(office, Map.of("lab", lab.prefix()))) {
            case Loaded.Read(Directory directory) -> Cast.of(directory, secrets);
            case Loaded.Refused refused -> throw new IOException(refused.text());
        };
    }

    ServeProcess service(int port, Lab lab, MailCatcher mail, Cast cast) throws IOException, InterruptedException {
        Path accounts = folder.resolve("accounts.json");
        cast.write(accounts);
        Map<String, String> settings = new HashMap<>();
        settings.put("XUHANG_WATCH", "on");
        settings.put("XUHANG_LAB", lab.prefix());
        settings.put("XUHANG_OFFICE", folder.resolve("office").toString());
        settings.put("XUHANG_ACCOUNTS_SEED", accounts.toString());
        settings.put("XUHANG_MAIL_HOST", "127.0.0.1");
        settings.put("XUHANG_MAIL_PORT", Integer.toString(mail.port()));
        settings.put("XUHANG_MAIL_FROM", "xuhang@office.test");
        ServeProcess service =
                starting(ServeProcess.start(folder.resolve("home"), port, settings, folder.resolve("service.log")));
        service.awaitReady();
        story.tell("系統 Service %s（資料與紀錄 data and log in %s）".formatted(service.address(), folder));
        return service;
    }

    Desk desk(ServeProcess service, Cast cast, MailCatcher mail, Lab lab) throws IOException {
        return starting(new Desk(secrets.token(), service.address(), cast, mail, lab, story, clock));
    }

    Player player(Cast cast, Role role, ServeProcess service) {
        return starting(new Player(cast.holder(role), service.address(), clock));
    }

    Player signedIn(Cast cast, Role role, ServeProcess service) throws IOException, InterruptedException {
        Player player = player(cast, role, service);
        player.signIn();
        return player;
    }

    VendorPart vendors(Cast cast, MailCatcher mail, ServeProcess service) {
        List<String> own = cast.members().stream().map(Member::mail).toList();
        return starting(new VendorPart(own, mail, service.address(), story));
    }

    Path pings(Lab lab) throws IOException {
        Path file = folder.resolve("ping.log");
        Process pinger = lab.pings(file);
        starting(pinger::destroy);
        return file;
    }

    @Override
    public void close() {
        stopAll();
        try {
            Runtime.getRuntime().removeShutdownHook(onSignal);
        } catch (IllegalStateException e) {
            // The signal came first, and its thread has done what there was to do.
        }
    }

    private <T extends Closeable> T starting(T part) {
        synchronized (running) {
            running.push(part);
        }
        return part;
    }

    private void interrupted() {
        story.hush();
        stopAll();
    }

    private void stopAll() {
        synchronized (running) {
            List<Closeable> parts = new ArrayList<>(running);
            running.clear();
            for (Closeable part : parts) {
                try {
                    part.close();
                } catch (IOException e) {
                    story.tell("！" + e.getMessage());
                }
            }
            if (!keep && Files.exists(folder)) {
                remove();
            }
        }
    }

    private void remove() {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            story.tell("！" + folder + " 未能移除 could not be removed: " + e);
        }
    }

    private String random() {
        StringBuilder text = new StringBuilder();
        for (byte b : secrets.bytes(3)) {
            text.append(LETTERS.charAt((b & 0xff) % LETTERS.length()));
        }
        return text.toString();
    }
}
