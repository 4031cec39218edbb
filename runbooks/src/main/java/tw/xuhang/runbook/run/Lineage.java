package tw.xuhang.runbook.run;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.xuhang.runbook.port.AttemptId;

/**
 * The names of child runs. A child is called after the attempt that began it, {@code 2026-0001.1-7} after entry 7 of
 * run {@code 2026-0001.1}: an attempt has one child at most, and everybody can tell whose it is (R3).
 */
public final class Lineage {

    private static final String STREAM = "run/";
    /** The number of a case has hyphens of its own; after its point there are none. */
    private static final Pattern CHILD = Pattern.compile("(.+\\.[0-9]+(?:-[0-9]+)*)-([0-9]{1,18})");

    private Lineage() {}

    /** The run that this attempt begins, or began. */
    public static String child(AttemptId attempt) {
        return attempt.stream().substring(STREAM.length()) + "-" + attempt.seq();
    }

    /** The attempt that began this run; empty for a run of the case itself. */
    public static Optional<AttemptId> begunBy(String run) {
        Matcher name = CHILD.matcher(run);
        return name.matches()
                ? Optional.of(new AttemptId(STREAM + name.group(1), Long.parseLong(name.group(2))))
                : Optional.empty();
    }

    /** The run whose step this one does. */
    public static Optional<String> parent(String run) {
        return begunBy(run).map(attempt -> attempt.stream().substring(STREAM.length()));
    }

    public static boolean isChild(String run, String of) {
        return parent(run).filter(of::equals).isPresent();
    }

    /** 1 for a run of the case itself, 2 for its child, and so on. */
    public static int level(String run) {
        return 1 + parent(run).map(Lineage::level).orElse(0);
    }

    /** The run of the case itself that it belongs to. */
    public static String eldest(String run) {
        return parent(run).map(Lineage::eldest).orElse(run);
    }
}
