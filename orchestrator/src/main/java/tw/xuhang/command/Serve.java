package tw.xuhang.command;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tw.xuhang.database.Database;
import tw.xuhang.database.EmbeddedDatabase;
import tw.xuhang.database.ExternalDatabase;
import tw.xuhang.home.Home;
import tw.xuhang.home.HomeLock;

/** Runs the service until it is told to stop (SIGTERM or Ctrl-C). */
@Command(name = "serve", description = "啟動服務。Run the service.", mixinStandardHelpOptions = true)
public final class Serve implements Callable<Integer> {

    private final InstantSource clock = InstantSource.system();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private int refused = Exit.OK;

    @Option(names = "--port", defaultValue = "${env:XUHANG_PORT:-8080}", description = "default ${DEFAULT-VALUE}")
    private int port;

    @Option(
            names = "--host",
            defaultValue = "${env:XUHANG_HOST:-127.0.0.1}",
            description = "address to listen on, default ${DEFAULT-VALUE}")
    private String host;

    @Option(
            names = "--home",
            defaultValue = "${env:XUHANG_HOME:-var}",
            description = "directory of all data, default ${DEFAULT-VALUE}")
    private Path home;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Home here = new Home(home);
        HomeLock.Holder me = new HomeLock.Holder(ProcessHandle.current().pid(), "xuhang serve", clock.instant());
        try {
            return switch (HomeLock.attempt(here, me)) {
                case HomeLock.Attempt.InUse inUse -> refuse(Refusals.inUse(inUse));
                case HomeLock.Attempt.Taken taken -> serve(here, taken.lock());
            };
        } catch (UncheckedIOException e) {
            return refuse(Refusals.home(here.path(), e));
        }
    }

    private int serve(Home here, HomeLock lock) throws InterruptedException {
        Optional<Refusal> inTheWay = listening();
        if (inTheWay.isPresent()) {
            lock.close();
            return refuse(inTheWay.get());
        }
        Instant begun = clock.instant();
        Optional<EmbeddedServer> server = start(here, lock);
        if (server.isEmpty()) {
            return refused;
        }
        long millis = begun.until(clock.instant()).toMillis();
        say("ready: %s (process %d, home %s, after %d ms)"
                .formatted(server.get().getURL(), ProcessHandle.current().pid(), here.path(), millis));
        stopped.await();
        return Exit.OK;
    }

    /** Empty where it was refused, and said why. */
    private Optional<EmbeddedServer> start(Home here, HomeLock lock) {
        Optional<Database> database = Optional.empty();
        try {
            Database used = ExternalDatabase.from(System.getenv()).orElseGet(() -> EmbeddedDatabase.starting(here));
            database = Optional.of(used);
            ApplicationContext context = context(here, used).build();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(context, used, lock), "stop"));
            context.start();
            return Optional.of(context.getBean(EmbeddedServer.class).start());
        } catch (RuntimeException e) {
            // The boundary of the process: whatever it was, the operator reads a sentence and not a stack trace.
            refused = refuse(StartFailure.explain(e, here, database, clock.instant()));
            return Optional.empty();
        }
    }

    private ApplicationContextBuilder context(Home here, Database database) {
        return ApplicationContext.builder()
                .deduceEnvironment(false)
                .banner(false)
                .singletons(database)
                .properties(Map.of(
                        "xuhang.home", here.path().toString(),
                        "micronaut.server.host", host,
                        "micronaut.server.port", port));
    }

    /** Requests first, then workers and pools, the database last. */
    private void stop(ApplicationContext context, Database database, HomeLock lock) {
        context.close();
        database.close();
        lock.close();
        stopped.countDown();
    }

    private Optional<Refusal> listening() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            return Optional.of(Refusals.port(host, port, e));
        }
    }

    private int refuse(Refusal refusal) {
        return refusal.tell(spec.commandLine().getErr());
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
