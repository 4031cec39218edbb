package tw.xuhang.wiring;

import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Value;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.store.Loaded;
import tw.xuhang.directory.store.OfficeFolder;
import tw.xuhang.home.Home;

/** The office on file. Where there is none yet, the sample office is laid out as a template to fill in. */
@Factory
final class OfficeFile {

    private static final Logger LOG = LoggerFactory.getLogger(OfficeFile.class);

    @Singleton
    Directory directory(Home home, @Value("${xuhang.office:}") String folder, @Value("${xuhang.lab:xh}") String lab) {
        Path office = folder.isEmpty() ? home.path().resolve("office") : Path.of(folder);
        try {
            if (!Files.isDirectory(office)) {
                OfficeFolder.writeSample(office);
                LOG.info("no office on file: the sample office was laid out in {} for you to fill in", office);
            }
            return switch (OfficeFolder.read(office, Map.of("lab", lab))) {
                case Loaded.Read read -> read.directory();
                case Loaded.Refused refused ->
                    throw new IllegalStateException("the office in " + office + " cannot be read:\n" + refused.text());
            };
        } catch (IOException e) {
            throw new UncheckedIOException("the office in " + office + " cannot be read", e);
        }
    }
}
