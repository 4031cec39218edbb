package tw.xuhang.signal;

import static java.util.Objects.requireNonNull;

/**
 * The delivery as it came, kept as evidence beside the signals read from it.
 *
 * @param mediaType as the source named it, or the nearest name for it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody, copied at the edges
public record Original(String mediaType, byte[] bytes) {

    /** For what this service saw by itself. */
    public static final Original NONE = new Original("", new byte[0]);

    public Original {
        requireNonNull(mediaType, "mediaType is null");
        bytes = bytes.clone();
    }

    @Override
    public byte[] bytes() {
        return bytes.clone();
    }
}
