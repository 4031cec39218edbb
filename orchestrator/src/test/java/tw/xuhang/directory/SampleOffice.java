package tw.xuhang.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import tw.xuhang.directory.store.Loaded;
import tw.xuhang.directory.store.OfficeFolder;

/** The shipped office, for tests of whatever needs one. */
public final class SampleOffice {

    private SampleOffice() {}

    public static Directory directory() {
        try {
            return switch (OfficeFolder.sample(Map.of("lab", "xh"))) {
                case Loaded.Read read -> read.directory();
                case Loaded.Refused refused -> throw new AssertionError(refused.text());
            };
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
