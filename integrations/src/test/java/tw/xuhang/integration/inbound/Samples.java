package tw.xuhang.integration.inbound;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Recorded deliveries that are kept beside the project, not in it. */
public final class Samples {

    private Samples() {}

    /** The sample's bytes; the test reports itself skipped where samples are absent. */
    public static byte[] payload(String name) throws IOException {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && !Files.exists(root.resolve("shared/data/payloads"))) {
            root = root.getParent();
        }
        Path sample = root.resolve("shared/data/payloads").resolve(name);
        assumeTrue(Files.exists(sample), "sample " + name + " is not on this machine");
        return Files.readAllBytes(sample);
    }
}
