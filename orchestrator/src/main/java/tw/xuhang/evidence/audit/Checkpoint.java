package tw.xuhang.evidence.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import tw.xuhang.evidence.Chain;

/**
 * A signed mark of all heads at one moment. It lists the heads that changed since the one before, or all of them where
 * it is full; {@code root} covers them all in either case.
 *
 * @param number 1 for the first of an installation, without gaps
 * @param previous hash of the checkpoint before, or 64 zeros
 * @param streams how many streams there were
 * @param root hash over the heads of all streams
 * @param signature Ed25519 over {@link #text()}, Base64
 */
public record Checkpoint(
        long number,
        Instant at,
        String previous,
        boolean full,
        long streams,
        String root,
        List<HeadMark> heads,
        String signature) {

    public static final String NONE = "0".repeat(64);

    public Checkpoint {
        heads = List.copyOf(heads);
    }

    /** The bytes that are signed, one fact per line. */
    public String text() {
        return "xuhang-checkpoint-1\n" + number + "\n" + ChronoUnit.MICROS.between(Instant.EPOCH, at) + "\n" + previous
                + "\n" + (full ? "full" : "changed") + "\n" + streams + "\n" + root + "\n" + lines(heads);
    }

    public String hash() {
        return sha256(text());
    }

    public Checkpoint signed(String newSignature) {
        return new Checkpoint(number, at, previous, full, streams, root, heads, newSignature);
    }

    /** One hash for where all streams stand. */
    public static String root(Collection<HeadMark> all) {
        return sha256(lines(all));
    }

    private static String lines(Collection<HeadMark> marks) {
        return marks.stream()
                .sorted(Comparator.comparing(mark -> mark.stream().value()))
                .map(HeadMark::line)
                .collect(Collectors.joining("\n", "", "\n"));
    }

    private static String sha256(String text) {
        return HexFormat.of().formatHex(Chain.sha256().digest(text.getBytes(UTF_8)));
    }
}
