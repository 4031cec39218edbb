package tw.xuhang.wiring;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.execution.store.KeptShelf;
import tw.xuhang.execution.store.Versions;
import tw.xuhang.publication.Texts;
import tw.xuhang.publication.store.EarlierVersions;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.language.Source;

/** The texts of versions are those that runs are pinned to. */
record ShelfTexts(KeptShelf shelf, Versions versions, EarlierVersions earlier) implements Texts {

    private static final Logger LOG = LoggerFactory.getLogger(ShelfTexts.class);

    @Override
    public void keep(Runbook runbook, Source source) {
        shelf.keep(runbook, source.bytes());
    }

    @Override
    public Optional<Source> source(String version) {
        return versions.findById(version)
                .map(kept -> new Source(kept.runbook() + ".yaml", kept.source().getBytes(StandardCharsets.UTF_8)));
    }

    /** One that is damaged must not keep the others from running. */
    @Override
    public Optional<Runbook> runbook(String version) {
        if (!shelf.has(version)) {
            return Optional.empty();
        }
        try {
            return Optional.of(shelf.pinned(version));
        } catch (IllegalStateException e) {
            LOG.error("runbook version {} cannot be run", version, e);
            return Optional.empty();
        }
    }

    @Override
    public boolean isEarlier(String version) {
        return earlier.existsById(version);
    }
}
