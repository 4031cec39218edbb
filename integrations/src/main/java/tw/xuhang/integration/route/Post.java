package tw.xuhang.integration.route;

import static java.util.Objects.requireNonNull;

import tw.xuhang.integration.inbound.SignalFormat;
import tw.xuhang.signal.Original;

/**
 * A delivery that is not read yet.
 *
 * @param source configured name of the source
 */
public record Post(String source, SignalFormat format, Original original) {
    public Post {
        requireNonNull(source, "source is null");
        requireNonNull(format, "format is null");
        requireNonNull(original, "original is null");
    }
}
