package tw.xuhang.bench;

import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import tw.xuhang.bench.store.Reference;
import tw.xuhang.database.EmbeddedDatabase;
import tw.xuhang.database.Pools;
import tw.xuhang.home.Home;
import tw.xuhang.home.HomeLock;

/** The service's own parts in this process, on a throwaway home with an embedded database of its own. */
final class Rig implements Closeable {

    private final Path folder;
    private final HomeLock lock;
    private final EmbeddedDatabase database;
    private final ApplicationContext context;

    private Rig(Path folder, HomeLock lock, EmbeddedDatabase database, ApplicationContext context) {
        this.folder = folder;
        this.lock = lock;
        this.database = database;
        this.context = context;
    }

    /** A folder for a home, and for what a benchmark lays beside it. */
    static Path folder() throws IOException {
        return Files.createTempDirectory("xuhang-bench-");
    }

    /** Everything is there, nothing has begun: no engine takes a run, nothing listens. */
    static Rig assembled(Path folder, Map<String, Object> settings, InstantSource clock) {
        Home home = new Home(folder.resolve("home"));
        var me = new HomeLock.Holder(ProcessHandle.current().pid(), "xuhang bench", clock.instant());
        if (!(HomeLock.attempt(home, me) instanceof HomeLock.Attempt.Taken taken)) {
            throw new IllegalStateException(home.path() + " is in use");
        }
        EmbeddedDatabase database = EmbeddedDatabase.starting(home);
        Map<String, Object> all = new HashMap<>(settings);
        all.put("xuhang.home", home.path().toString());
        all.put("xuhang.watch", "off");
        all.put("micronaut.server.port", -1);
        ApplicationContext context = ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .singletons(database)
                .properties(all)
                .build();
        Rig rig = new Rig(folder, taken.lock(), database, context);
        context.start();
        return rig;
    }

    /** As {@code serve} does. */
    static Rig serving(Path folder, Map<String, Object> settings, InstantSource clock) {
        Rig rig = assembled(folder, settings, clock);
        rig.context.getBean(EmbeddedServer.class).start();
        return rig;
    }

    <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    <T> void join(Class<T> type, T part) {
        context.registerSingleton(type, part);
    }

    Reference reference(InstantSource clock) {
        return new Reference(part(Pools.class), clock);
    }

    @Override
    public void close() {
        context.close();
        database.close();
        lock.close();
        remove(folder);
    }

    static void remove(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot remove " + folder, e);
        }
    }
}
