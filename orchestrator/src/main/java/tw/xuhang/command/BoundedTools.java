package tw.xuhang.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import tw.xuhang.doctor.Tools;

/** Runs what tells its version, with a limit, a bound on what it may say, and nothing of our environment. */
final class BoundedTools implements Tools {

    private static final int OUTPUT_BYTES = 2_000;

    private final Duration longest;

    BoundedTools(Duration longest) {
        this.longest = longest;
    }

    @Override
    public Said run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile());
        String path = builder.environment().get("PATH");
        builder.environment().clear();
        builder.environment().put("PATH", path == null ? "/usr/sbin:/usr/bin:/sbin:/bin" : path);
        builder.environment().put("LC_ALL", "C.UTF-8");
        Process process = builder.start();
        try {
            CompletableFuture<String> output = CompletableFuture.supplyAsync(() -> beginning(process));
            boolean ended = process.waitFor(longest.toMillis(), TimeUnit.MILLISECONDS);
            return ended
                    ? new Said(process.exitValue(), output.join().strip())
                    : new Said(-1, "no answer in " + longest.toSeconds() + " s");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static String beginning(Process process) {
        try (InputStream out = process.getInputStream()) {
            String text = new String(out.readNBytes(OUTPUT_BYTES), StandardCharsets.UTF_8);
            out.skip(Long.MAX_VALUE);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
