package tw.xuhang.web.view;

import java.util.List;

/**
 * One runbook: a version of it, what differs from another, and what may be done about it.
 *
 * @param current which version is in force, in words
 * @param against version in force, named with each act; empty for none
 * @param from version that is compared with; empty for none
 * @param file what is wrong with its file, line by line
 * @param text of the version, whole
 */
public record RunbookView(
        String key,
        Badge state,
        String current,
        String against,
        Row chosen,
        String from,
        List<Line> difference,
        List<Finding> findings,
        Acts acts,
        List<Row> versions,
        List<String> file,
        String text,
        List<Event> history,
        String trouble) {

    public RunbookView {
        difference = List.copyOf(difference);
        findings = List.copyOf(findings);
        versions = List.copyOf(versions);
        file = List.copyOf(file);
        history = List.copyOf(history);
    }

    /** Rules whose warnings are to be acknowledged, each once. */
    public List<String> rules() {
        return findings.stream()
                .filter(found -> !found.error())
                .map(Finding::rule)
                .distinct()
                .toList();
    }

    /**
     * A version.
     *
     * @param told who did what about it, in words
     */
    public record Row(String version, String brief, Badge state, String told) {}

    /**
     * A line of the difference.
     *
     * @param css {@code same}, {@code removed}, {@code added} or {@code gap}
     */
    public record Line(String css, String sign, String text) {}

    /** Something that a rule has against the version. */
    public record Finding(Badge level, boolean error, String rule, String says, int line, String message) {}

    /**
     * What this person may do about it now.
     *
     * @param obstacle why an act that is this person's cannot be done, or empty
     */
    public record Acts(boolean review, boolean giveBack, boolean publish, boolean withdraw, String obstacle) {}
}
