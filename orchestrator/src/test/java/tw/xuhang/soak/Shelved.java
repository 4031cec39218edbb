package tw.xuhang.soak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import tw.xuhang.execution.Shelf;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.language.Reading;
import tw.xuhang.runbook.language.RunbookReader;

/** The runbooks of the soak, read from their files in every life anew. */
final class Shelved implements Shelf {

    static final String BROAD = "broad";
    static final String BELOW = "below";
    static final String BACK = "back";

    private final Map<String, Runbook> byKey = new HashMap<>();

    Shelved() {
        for (String key : new String[] {BROAD, BELOW, BACK}) {
            byKey.put(key, load(key));
        }
    }

    private static Runbook load(String key) {
        String file = key + ".yaml";
        try (InputStream source = Objects.requireNonNull(Shelved.class.getResourceAsStream(file), file)) {
            Reading reading = RunbookReader.read(source.readAllBytes(), file);
            if (reading instanceof Reading.Read read) {
                return read.runbook();
            }
            throw new IllegalStateException(file + ": " + reading);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Runbook of(String key) {
        return find(key).orElseThrow();
    }

    Optional<Runbook> find(String key) {
        return Optional.ofNullable(byKey.get(key));
    }

    @Override
    public Runbook pinned(String version) {
        return byKey.values().stream()
                .filter(runbook -> runbook.version().equals(version))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no such version: " + version));
    }
}
