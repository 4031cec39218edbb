package tw.xuhang.runbook.language;

import java.util.List;
import java.util.stream.Collectors;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Trigger;

/**
 * A runbook as numbered text, for a terminal or paper: steps one after the other are 1, 2, 3, steps side
 * by side a, b, c, and so are the branches of a choice.
 */
public final class RunbookText {

    private static final int SHORT_VERSION = 12;

    private final Words words;
    private final StepWords stepWords;
    private final StringBuilder out = new StringBuilder();

    private RunbookText(String language) {
        this.words = new Words(language);
        this.stepWords = new StepWords(words);
    }

    /** @param language a BCP 47 tag; everything that does not begin with {@code en} reads Chinese */
    public static String print(Runbook runbook, String language) {
        var text = new RunbookText(language);
        text.head(runbook);
        text.part("steps", runbook.steps());
        text.part("verify", runbook.verify());
        text.part("stand-down", runbook.standDown());
        return text.out.toString();
    }

    private void head(Runbook runbook) {
        line("", runbook.title().in(words.language()));
        line("", runbook.key() + "  " + words.say("version") + " " + shortened(runbook.version()));
        line("", "");
        pair("follows", words.list(runbook.sources()));
        pair("owner", words.role(runbook.owner()));
        pair("serves", words.list(runbook.objective().services()));
        runbook.objective().rto().ifPresent(rto -> line("  ", "RTO  " + words.duration(rto)));
        runbook.objective().mtpd().ifPresent(mtpd -> line("  ", "MTPD  " + words.duration(mtpd)));
        if (runbook.triggers().isEmpty()) {
            pair("starts", words.say("by-hand"));
        }
        runbook.triggers().forEach(trigger -> pair("starts", trigger(trigger)));
        if (!runbook.parameters().isEmpty()) {
            pair(
                    "parameters",
                    words.list(runbook.parameters().entrySet().stream()
                            .map(p -> "$" + p.getKey() + " = " + p.getValue().preset())
                            .toList()));
        }
    }

    private String trigger(Trigger trigger) {
        String where = trigger.where().entrySet().stream()
                .map(pair -> pair.getKey() + " = " + pair.getValue())
                .sorted()
                .collect(Collectors.joining(words.say("joiner")));
        String signal = trigger.signal() + (where.isEmpty() ? "" : words.say("where", where));
        return words.say(trigger.boldness() == Trigger.Boldness.ACT ? "act" : "ask", signal);
    }

    private void part(String name, List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        line("", "");
        line("", words.say(name));
        numbered(steps, "", "  ");
    }

    private void numbered(List<Step> steps, String prefix, String indent) {
        for (int i = 0; i < steps.size(); i++) {
            step(steps.get(i), prefix + (prefix.isEmpty() ? "" : ".") + (i + 1), indent);
        }
    }

    private void lettered(List<Step> steps, String prefix, String indent) {
        for (int i = 0; i < steps.size(); i++) {
            step(steps.get(i), prefix + letter(i), indent);
        }
    }

    private void step(Step step, String number, String indent) {
        String title = step.frame().title().in(words.language());
        line(indent, number + "  " + title + "  [" + words.say("kind." + step.kind()) + " " + step.name() + "]");
        String inside = indent + "    ";
        switch (step) {
            case Step.Parallel parallel -> {
                boolean any = parallel.join() == Step.Parallel.Join.ANY;
                line(inside, words.say(any ? "together-any" : "together"));
                lettered(parallel.inner(), number, inside);
            }
            case Step.Sequence sequence -> {
                line(inside, words.say("in-order"));
                numbered(sequence.inner(), number, inside);
            }
            case Step.Choose choose -> {
                line(inside, words.say("first-of"));
                lettered(choose.inner(), number, inside);
            }
            case Step.Branch branch -> {
                line(inside, branch.when().map(when -> words.say("when", when)).orElse(words.say("otherwise")));
                numbered(branch.inner(), number, inside);
            }
            default -> {
                line(inside, String.join(words.say("clause"), stepWords.of(step)));
                stepWords.lines(step).forEach(line -> line(inside, line));
            }
        }
    }

    private void pair(String name, String value) {
        line("  ", words.say(name) + "  " + value);
    }

    private void line(String indent, String text) {
        out.append(text.isEmpty() ? "" : indent).append(text).append('\n');
    }

    /** a … z, then aa, ab …: a parallel step may have up to a hundred branches. */
    static String letter(int index) {
        String last = Character.toString('a' + index % 26);
        return index < 26 ? last : letter(index / 26 - 1) + last;
    }

    private static String shortened(String version) {
        return version.substring(0, Math.min(SHORT_VERSION, version.length()));
    }
}
