package tw.xuhang.runbook.run;

import java.util.Map;
import java.util.Set;

/**
 * How things stand in the case and in the office, as far as a runbook may ask about it.
 *
 * @param kind how the case began, one of {@link tw.xuhang.runbook.condition.Vocabulary#KINDS}
 * @param subject what was in trouble then, e.g. {@code uplink/main}
 * @param source of the signal or report that opened it
 * @param away services that are away now, with whole minutes since when
 * @param lines names of the lines that are down now
 * @param limitReached whether one of these services has reached its declaration limit
 */
public record Picture(
        String kind, String subject, String source, Map<String, Long> away, Set<String> lines, boolean limitReached) {

    /** A case about nothing, in an office where everything works. */
    public static final Picture CALM = new Picture("reported", "", "", Map.of(), Set.of(), false);

    public Picture {
        away = Map.copyOf(away);
        lines = Set.copyOf(lines);
    }
}
