package tw.xuhang.integration.ansible;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Takes secrets out of a text by their value, wherever they came from (E2): every line of every file that
 * holds secrets. A file that changes is read anew, so that a new password is known from its first use on.
 * Thread-safe.
 */
public final class SecretValues implements UnaryOperator<String> {

    static final String REMOVED = "•••";

    /** Shorter ones would take ordinary words and numbers out of the log. */
    private static final int SHORTEST = 6;

    private static final long LARGEST = 64 << 10;

    private final List<Path> places;
    private final Map<Path, Known> known = new ConcurrentHashMap<>();

    private record Known(FileTime at, List<String> values) {}

    /** @param places files, and folders of files; those that are not there hold nothing */
    public SecretValues(Collection<Path> places) {
        this.places = List.copyOf(requireNonNull(places, "places is null"));
    }

    @Override
    public String apply(String text) {
        String clean = text;
        for (String value : values()) {
            clean = clean.replace(value, REMOVED);
        }
        return clean;
    }

    /** The longest first, so that none is left in part because another is contained in it. */
    private List<String> values() {
        return places.stream()
                .flatMap(SecretValues::files)
                .flatMap(file -> values(file).stream())
                .distinct()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    private List<String> values(Path file) {
        try {
            FileTime at = Files.getLastModifiedTime(file);
            Known before = known.get(file);
            if (before != null && before.at().equals(at)) {
                return before.values();
            }
            List<String> values = read(file);
            known.put(file, new Known(at, values));
            return values;
        } catch (IOException gone) {
            Known before = known.get(file);
            return before == null ? List.of() : before.values();
        }
    }

    private static List<String> read(Path file) throws IOException {
        if (Files.size(file) > LARGEST) {
            return List.of();
        }
        return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> line.length() >= SHORTEST && !line.startsWith("-----"))
                .toList();
    }

    private static Stream<Path> files(Path place) {
        if (!Files.isDirectory(place)) {
            return Stream.of(place);
        }
        try (Stream<Path> files = Files.list(place)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException gone) {
            return Stream.empty();
        }
    }
}
