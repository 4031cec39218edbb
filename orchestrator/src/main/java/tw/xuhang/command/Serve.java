package tw.xuhang.command;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.ApplicationContextBuilder;
import io.micronaut.context.exceptions.BeanContextException;
import io.micronaut.runtime.server.EmbeddedServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tw.xuhang.database.Database;
import tw.xuhang.database.DatabaseFailed;
import tw.xuhang.database.EmbeddedDatabase;
import tw.xuhang.database.ExternalDatabase;
import tw.xuhang.home.Home;
import tw.xuhang.home.HomeLock;

/** Runs the service until it is told to stop (SIGTERM or Ctrl-C). */
@Command(name = "serve", description = "啟動服務。Run the service.", mixinStandardHelpOptions = true)
public final class Serve implements Callable<Integer> {

    private static final Logger LOG = LoggerFactory.getLogger(Serve.class);

    private final InstantSource clock = InstantSource.system();
    private final CountDownLatch stopped = new CountDownLatch(1);

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
        return switch (HomeLock.attempt(here, me)) {
            case HomeLock.Attempt.InUse inUse -> refuse(Refusals.inUse(inUse));
            case HomeLock.Attempt.Taken taken -> serve(here, taken.lock());
        };
    }

    private int serve(Home here, HomeLock lock) throws InterruptedException {
        if (!free()) {
            lock.close();
            return refuse("cannot start: port %d on %s is in use by another program. Stop it or choose another --port."
                    .formatted(port, host));
        }
        Instant begun = clock.instant();
        Database database = ExternalDatabase.from(System.getenv()).orElseGet(() -> EmbeddedDatabase.starting(here));
        ApplicationContext context = context(here, database).build();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(context, database, lock), "stop"));
        try {
            context.start();
        } catch (BeanContextException e) {
            LOG.error("start failed", e);
            return refuse("cannot start: " + reason(e));
        }
        EmbeddedServer server = context.getBean(EmbeddedServer.class).start();
        long millis = begun.until(clock.instant()).toMillis();
        say("ready: %s (process %d, home %s, after %d ms)"
                .formatted(server.getURL(), ProcessHandle.current().pid(), here.path(), millis));
        stopped.await();
        return Exit.OK;
    }

    private static String reason(Throwable failure) {
        Throwable last = failure;
        while (last.getCause() != null && !(last instanceof DatabaseFailed)) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage());
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

    private boolean free() {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private int refuse(String message) {
        say(message);
        return Exit.CONFLICT;
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
