package tw.xuhang.execution.store;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import tw.xuhang.execution.Shelf;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.language.Reading;
import tw.xuhang.runbook.language.RunbookReader;

/** Keeps the text of each version in the database, and what it says in memory. */
public final class KeptShelf implements Shelf {

    private final Versions versions;
    private final InstantSource clock;
    private final Map<String, Runbook> read = new ConcurrentHashMap<>();

    public KeptShelf(Versions versions, InstantSource clock) {
        this.versions = versions;
        this.clock = clock;
    }

    /** Keeps a version before the first run begins with it. */
    public void keep(Runbook runbook, byte[] source) {
        read.put(runbook.version(), runbook);
        if (!versions.existsById(runbook.version())) {
            versions.keep(
                    runbook.version(), runbook.key(), new String(source, StandardCharsets.UTF_8), clock.instant());
        }
    }

    public boolean has(String version) {
        return read.containsKey(version) || versions.existsById(version);
    }

    @Override
    public Runbook pinned(String version) {
        return read.computeIfAbsent(version, this::load);
    }

    private Runbook load(String version) {
        Versions.Kept kept = versions.findById(version)
                .orElseThrow(() -> new IllegalStateException("runbook version " + version + " is not on the shelf"));
        byte[] source = kept.source().getBytes(StandardCharsets.UTF_8);
        return switch (RunbookReader.reread(source, kept.runbook() + ".yaml")) {
            case Reading.Read done -> done.runbook();
            case Reading.Refused refused ->
                throw new IllegalStateException("kept runbook " + kept.runbook() + " is no longer readable: "
                        + refused.findings().getFirst());
        };
    }
}
