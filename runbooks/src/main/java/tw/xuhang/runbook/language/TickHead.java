package tw.xuhang.runbook.language;

import java.util.ArrayList;
import java.util.List;
import tw.xuhang.runbook.Runbook;

/** What stands above the steps: what the list is for, and what is filled in first. */
final class TickHead {

    private static final int WIDE = 1120;
    private static final String BLANK = "＿＿＿＿＿＿";
    private static final int SHORT_VERSION = 12;

    private final Runbook runbook;
    private final Words words;

    TickHead(Runbook runbook, Words words) {
        this.runbook = runbook;
        this.words = words;
    }

    String title() {
        return runbook.title().in(words.language());
    }

    String version() {
        String version = runbook.version();
        return runbook.key() + "  " + words.say("version") + " "
                + version.substring(0, Math.min(SHORT_VERSION, version.length()));
    }

    List<String> facts() {
        var parts = new ArrayList<String>();
        parts.add(words.say("follows") + " " + words.list(runbook.sources()));
        parts.add(words.say("owner") + " " + words.role(runbook.owner()));
        runbook.objective().rto().ifPresent(rto -> parts.add("RTO " + words.duration(rto)));
        runbook.objective().mtpd().ifPresent(mtpd -> parts.add("MTPD " + words.duration(mtpd)));
        parts.add(words.say("serves") + " " + words.list(runbook.objective().services()));
        return PaperWidth.wrap(String.join("　", parts), WIDE);
    }

    String event() {
        return words.say("paper.event", BLANK, BLANK, BLANK);
    }

    String signed() {
        return words.say("paper.signed", BLANK, BLANK, BLANK);
    }

    /** The title counts two lines, the line of the event two: it is written on. */
    int lines() {
        return 2 + facts().size() + 2;
    }
}
