package tw.xuhang.soak;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import tw.xuhang.database.Address;

/** One {@link SoakNode} as a process of its own. */
final class Life implements AutoCloseable {

    static final int KILLED = 137;
    /** It could not start, and said so: whoever runs services starts it anew. */
    static final int TRY_AGAIN = 75;

    private final Process process;

    private Life(Process process) {
        this.process = process;
    }

    static Life begin(SoakNode.Settings settings, ClassPath path, Address database, Path log) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-Dlogback.statusListenerClass=ch.qos.logback.core.status.NopStatusListener"));
        // A zone of its own for each node: no two machines have to agree on one.
        command.add("-Duser.timezone=" + (settings.node().endsWith("b") ? "Asia/Taipei" : "America/St_Johns"));
        command.addAll(path.options());
        command.addAll(List.of("-cp", path.entries(), SoakNode.class.getName()));
        command.addAll(settings.words());
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().put("SOAK_URL", database.url());
        builder.environment().put("SOAK_USER", database.user());
        builder.environment().put("SOAK_PASSWORD", database.password());
        return new Life(builder.start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** SIGKILL; returns when it is dead, so that the next life of this node is its successor. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        awaitDeath();
        if (process.exitValue() != KILLED && process.exitValue() != TRY_AGAIN) {
            throw new IllegalStateException("ended by itself with " + process.exitValue());
        }
    }

    /** SIGTERM, and whatever the Java machine does at its end. */
    void end(long seconds) throws InterruptedException {
        process.destroy();
        if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
            throw new IllegalStateException("process " + process.pid() + " does not end");
        }
    }

    void freeze() throws IOException, InterruptedException {
        signal("STOP");
    }

    void thaw() throws IOException, InterruptedException {
        signal("CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
    }

    private void awaitDeath() throws InterruptedException {
        if (!process.waitFor(Duration.ofSeconds(20).toMillis(), TimeUnit.MILLISECONDS)) {
            throw new IllegalStateException("process " + process.pid() + " does not die");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
