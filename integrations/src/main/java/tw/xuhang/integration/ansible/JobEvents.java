package tw.xuhang.integration.ansible;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the event files of a run in counter order, each once, while they are being written. A file appears
 * whole, under {@code COUNTER-UUID.json}; what is still half-written has other names.
 */
final class JobEvents {

    private static final Pattern NAME = Pattern.compile("([0-9]{1,15})-[0-9A-Za-z-]+\\.json");
    private static final int BATCH = 1_000;
    private static final long LARGEST = 2L << 20;
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Path folder;
    private long next = 1;
    private @Nullable FileTime seen;
    private int unchanged;
    private long gap;

    JobEvents(Path folder) {
        this.folder = folder;
    }

    /** Hands on what has come since the last call. A missing number is waited for until a later look. */
    void poll(Consumer<RunnerEvent> each) {
        if (changed()) {
            read(each, false);
        }
    }

    /** Hands on all that is left, over any gap: nobody writes any more. */
    void drain(Consumer<RunnerEvent> each) {
        while (read(each, true) == BATCH) {
            // more than one batch was left
        }
    }

    /** Process id of ansible-playbook, as its first event says it. */
    static Optional<Long> playbookPid(Path folder) {
        var first = new RunnerEvent[1];
        var events = new JobEvents(folder);
        for (Path file : events.waiting(8).values()) {
            RunnerEvent event = parse(0, file);
            if (event.pid() > 0) {
                first[0] = event;
                break;
            }
        }
        return Optional.ofNullable(first[0]).map(RunnerEvent::pid);
    }

    private int read(Consumer<RunnerEvent> each, boolean overGaps) {
        SortedMap<Long, Path> files = waiting(BATCH);
        for (var file : files.entrySet()) {
            if (file.getKey() > next && !overGaps && gap != next) {
                gap = next;
                unchanged = 0;
                return 0;
            }
            each.accept(parse(file.getKey(), file.getValue()));
            next = file.getKey() + 1;
        }
        if (files.size() == BATCH) {
            unchanged = 0;
        }
        return files.size();
    }

    /** The folder's time has coarse grains, so it is listed once more after it seems to rest. */
    private boolean changed() {
        try {
            FileTime now = Files.getLastModifiedTime(folder);
            unchanged = now.equals(seen) ? unchanged + 1 : 0;
            seen = now;
            return unchanged < 2;
        } catch (NoSuchFileException notYet) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SortedMap<Long, Path> waiting(int most) {
        var files = new TreeMap<Long, Path>();
        try (var listing = Files.newDirectoryStream(folder)) {
            for (Path file : listing) {
                Matcher name = NAME.matcher(file.getFileName().toString());
                if (name.matches() && Long.parseLong(name.group(1)) >= next) {
                    files.put(Long.parseLong(name.group(1)), file);
                    if (files.size() > most) {
                        files.pollLastEntry();
                    }
                }
            }
        } catch (NoSuchFileException notYet) {
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    private static RunnerEvent parse(long counter, Path file) {
        try {
            return Files.size(file) > LARGEST
                    ? RunnerEvent.unreadable(counter, "an event of " + Files.size(file) + " bytes, left out")
                    : RunnerEvent.of(counter, MAPPER.readTree(file.toFile()));
        } catch (IOException e) {
            return RunnerEvent.unreadable(counter, "an event that cannot be read: " + e.getMessage());
        }
    }
}
