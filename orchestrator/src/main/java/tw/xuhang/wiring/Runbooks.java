package tw.xuhang.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Surroundings;

/** The runbooks on the shelf: the office's own folder where one is configured, else those shipped. */
@Factory
final class Runbooks {

    private static final Logger LOG = LoggerFactory.getLogger(Runbooks.class);

    @Singleton
    Library library(@Value("${xuhang.runbooks:}") String folder) {
        try {
            Library library = folder.isEmpty()
                    ? Library.shipped(Surroundings.unknown())
                    : Library.directory(Path.of(folder), Surroundings.unknown());
            library.findings().forEach(finding -> LOG.warn("{}", finding));
            return library;
        } catch (IOException e) {
            throw new UncheckedIOException("the runbooks in " + folder + " cannot be read", e);
        }
    }
}
