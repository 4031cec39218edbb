package tw.xuhang.wiring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import tw.xuhang.home.Home;

/**
 * The name under which this service owns runs. Kept in the home: whoever holds the home's lock is the
 * successor of whoever held it before, and may take back its runs at once.
 */
record NodeId(String value) {

    static NodeId of(Home home) {
        Path file = home.path().resolve("node-id");
        try {
            if (!Files.exists(file)) {
                byte[] random = new byte[8];
                new SecureRandom().nextBytes(random);
                home.make();
                Files.writeString(file, "node-" + HexFormat.of().formatHex(random));
            }
            return new NodeId(Files.readString(file).strip());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot keep this node's name in " + file, e);
        }
    }
}
