package tw.xuhang.integration.ansible;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folder that stands for one attempt. Making it, by one mkdir, is the right to run the attempt; the
 * launcher and recovery compete for it, and it is never removed. Marks in it say how far the attempt came.
 */
record Claim(Path workdir, String ident) {

    private static final Pattern IDENT = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,149}");
    private static final JsonMapper MAPPER = new JsonMapper();

    static boolean nameable(String ident) {
        return IDENT.matcher(ident).matches();
    }

    Path folder() {
        return artifacts().resolve(ident);
    }

    private Path artifacts() {
        return workdir.resolve("artifacts");
    }

    Path events() {
        return folder().resolve("job_events");
    }

    Path lock() {
        return workdir.resolve("locks").resolve(ident);
    }

    /** What the launcher was given, and what it printed. */
    Path run() {
        return workdir.resolve("runs").resolve(ident);
    }

    /** Takes the claim so that nothing can ever run under it. False: somebody has it. */
    boolean takeForNothing() {
        try {
            Files.createDirectory(folder());
            sync(artifacts());
            mark("void", "{}");
            return true;
        } catch (FileAlreadyExistsException taken) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean isTaken() {
        return Files.exists(folder());
    }

    boolean isPruned() {
        return Files.exists(folder().resolve("pruned"));
    }

    boolean isVoid() {
        return Files.exists(folder().resolve("void"));
    }

    /** The launcher's pid and start; there before the attempt can have had any effect. */
    Optional<Started> started() {
        return read("started")
                .map(mark -> new Started(
                        mark.path("pid").asLong(), mark.path("start").asLong()));
    }

    Optional<Ended> ended() {
        return read("ended")
                .map(mark ->
                        new Ended(mark.path("why").asText(), mark.path("status").asInt(-1)));
    }

    /** ansible-runner's own last word: {@code successful}, {@code failed} ...; written at its end only. */
    Optional<String> status() {
        return text("rc").flatMap(rc -> text("status"));
    }

    /** Whether ansible-runner came as far as starting ansible-playbook; it writes this file just before. */
    boolean reachedAnsible() {
        return Files.exists(folder().resolve("command"));
    }

    /** What ansible-runner said outside of any event: only its own failures. */
    String printed() {
        try {
            String all = Files.readString(run().resolve("out"));
            return all.substring(Math.max(0, all.strip().lastIndexOf('\n') + 1));
        } catch (IOException e) {
            return "";
        }
    }

    /** Why recovery began to end it, where the launcher could not. Said first, so that nobody takes its end for its own. */
    Optional<String> ending() {
        return read("ending").map(mark -> mark.path("why").asText());
    }

    void markEnding(String why) {
        markWhy("ending", why);
    }

    void markEnded(String why) {
        if (ended().isEmpty()) {
            markWhy("ended", why);
        }
    }

    private void markWhy(String name, String why) {
        try {
            mark(name, "{\"why\": \"" + why + "\"}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void mark(String name, String content) throws IOException {
        Path staging = folder().resolve(name + ".new");
        try (var file = FileChannel.open(
                staging, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            file.write(StandardCharsets.UTF_8.encode(content));
            file.force(true);
        }
        Files.move(staging, folder().resolve(name), StandardCopyOption.ATOMIC_MOVE);
        sync(folder());
    }

    private Optional<JsonNode> read(String name) {
        return text(name).map(text -> {
            try {
                return MAPPER.readTree(text);
            } catch (IOException e) {
                throw new UncheckedIOException("mark " + name + " of " + ident + " is damaged", e);
            }
        });
    }

    private Optional<String> text(String name) {
        try {
            return Optional.of(Files.readString(folder().resolve(name)).strip()).filter(text -> !text.isEmpty());
        } catch (NoSuchFileException notYet) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (var handle = FileChannel.open(folder, StandardOpenOption.READ)) {
            handle.force(true);
        }
    }

    /** @param start clock ticks after boot, as in {@code /proc/PID/stat} */
    record Started(long pid, long start) {}

    /**
     * @param why {@code exit}: by itself; {@code abort}, {@code idle}, {@code total}, {@code output}: ended
     *     for that reason; {@code runner}: ansible-runner was killed, nobody knows how far it came
     * @param status exit status of ansible-runner, negative if unknown
     */
    record Ended(String why, int status) {}
}
