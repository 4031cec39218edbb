package tw.xuhang.directory.store;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;

/**
 * The folder {@code office/}: five files with fixed names. {@code ${name}} in a value is replaced by
 * what the caller gives for it, so that several labs can live side by side.
 */
public final class OfficeFolder {

    static final List<String> FILES =
            List.of("office.yaml", "people.yaml", "vendors.yaml", "services.yaml", "uplinks.yaml");

    private static final String SAMPLE = "/office/sample/";
    private static final long LARGEST = 1 << 20;

    private OfficeFolder() {}

    /** @throws IOException a file is missing or cannot be read */
    public static Loaded read(Path folder, Map<String, String> variables) throws IOException {
        var reading = new Reading(variables);
        for (String file : FILES) {
            Path path = folder.resolve(file);
            if (Files.size(path) > LARGEST) {
                throw new IOException(path + " is larger than an office can be");
            }
            reading.take(file, Files.readString(path));
        }
        return reading.finish();
    }

    /** The shipped 示範鎮公所. */
    public static Loaded sample(Map<String, String> variables) throws IOException {
        var reading = new Reading(variables);
        for (String file : FILES) {
            reading.take(file, new String(sampleFile(file), StandardCharsets.UTF_8));
        }
        return reading.finish();
    }

    /**
     * Writes the sample's files as the beginning of a real office's.
     *
     * @throws IOException one of them exists already, or the folder cannot be written
     */
    public static void writeSample(Path folder) throws IOException {
        Files.createDirectories(folder);
        for (String file : FILES) {
            Files.write(folder.resolve(file), sampleFile(file), StandardOpenOption.CREATE_NEW);
        }
    }

    private static byte[] sampleFile(String file) throws IOException {
        try (InputStream in = OfficeFolder.class.getResourceAsStream(SAMPLE + file)) {
            if (in == null) {
                throw new FileNotFoundException("sample office lacks " + file);
            }
            return in.readAllBytes();
        }
    }
}
