package tw.xuhang.runbook.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.stream.Stream;
import tw.xuhang.runbook.OnFailure;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Attempt;

/** The steps of a runbook as people do them without the system, in the numbers that the runbook has elsewhere. */
final class TickRows {

    static final int STEP_WIDTH = 540;
    static final int WHO_WIDTH = 125;
    static final int TIME_WIDTH = 106;

    private static final String BLANK = "＿＿＿＿＿";
    private static final String SHORT = "＿＿＿＿";

    private final Runbook runbook;
    private final Words words;
    private final StepWords stepWords;
    private final List<TickRow> rows = new ArrayList<>();

    private TickRows(Runbook runbook, Words words) {
        this.runbook = runbook;
        this.words = words;
        this.stepWords = new StepWords(words);
    }

    static List<TickRow> of(Runbook runbook, Words words) {
        var made = new TickRows(runbook, words);
        made.part("", runbook.steps());
        made.part("verify", runbook.verify());
        made.part("stand-down", runbook.standDown());
        return made.rows;
    }

    private void part(String name, List<Step> steps) {
        if (steps.isEmpty()) {
            return;
        }
        if (!name.isEmpty()) {
            rows.add(TickRow.heading(List.of(words.say(name))));
        }
        steps(steps, "", 0, false);
    }

    private void steps(List<Step> steps, String before, int depth, boolean beside) {
        for (int i = 0; i < steps.size(); i++) {
            String number = beside ? before + RunbookText.letter(i) : before + (before.isEmpty() ? "" : ".") + (i + 1);
            step(steps.get(i), number, depth);
        }
    }

    private void step(Step step, String number, int depth) {
        if (!step.inner().isEmpty()) {
            rows.add(new TickRow(
                    number,
                    depth,
                    false,
                    wrapped(title(step) + words.say("clause") + how(step)),
                    List.of(),
                    List.of(),
                    List.of()));
            steps(step.inner(), number, depth + 1, step instanceof Step.Parallel || step instanceof Step.Choose);
            return;
        }
        rows.add(new TickRow(number, depth, true, wrapped(title(step)), body(step), who(step), expected(step)));
    }

    private String title(Step step) {
        return step.frame().title().in(words.language());
    }

    private String how(Step step) {
        return switch (step) {
            case Step.Parallel parallel ->
                words.say(parallel.join() == Step.Parallel.Join.ANY ? "together-any" : "together");
            case Step.Choose _ -> words.say("first-of");
            case Step.Branch branch ->
                branch.when().map(when -> words.say("when", when)).orElse(words.say("otherwise"));
            default -> words.say("in-order");
        };
    }

    private List<String> body(Step step) {
        var lines = new ArrayList<String>();
        // Who does it has a column of its own, and what is filled in has lines.
        if (!(step instanceof Step.Task)) {
            lines.add(String.join(words.say("clause"), stepWords.doing(step)));
        }
        stepWords.lines(step).forEach(line -> lines.add(line.startsWith("[ ] ") ? "☐ " + line.substring(4) : line));
        step.frame().when().ifPresent(when -> lines.addFirst(words.say("when", when)));
        if (!(step.frame().onFailure() instanceof OnFailure.Continue)) {
            lines.add(stepWords.failure(step.frame().onFailure()));
        }
        lines.addAll(blanks(step));
        return lines.stream()
                .filter(line -> !line.isBlank())
                .flatMap(line -> wrapped(resolved(line)).stream())
                .toList();
    }

    /** What is written down by hand. */
    private List<String> blanks(Step step) {
        return switch (step) {
            case Step.Ansible _ -> List.of(words.say("paper.changed", BLANK + BLANK));
            case Step.Probe _ -> List.of(words.say("paper.seen", BLANK + BLANK));
            case Step.Dispatch _ -> List.of(words.say("paper.call", SHORT, SHORT, SHORT));
            case Step.Notify notify ->
                List.of(words.say(
                        "paper.told",
                        String.join(
                                "　",
                                notify.to().stream()
                                        .map(role -> "☐ " + words.role(role))
                                        .toList())));
            case Step.Task task ->
                task.record().keySet().stream()
                        .map(name -> words.say("paper.field", name, BLANK + BLANK + BLANK))
                        .toList();
            case Step.Child _ -> List.of(words.say("paper.child", BLANK));
            case Step.Consent _ -> List.of(words.say("paper.decided", SHORT, SHORT, BLANK, SHORT));
            default -> List.of();
        };
    }

    /** Whoever keeps the runbook does by hand what the system would do. */
    private List<String> who(Step step) {
        String who = switch (step) {
            case Step.Task task -> words.role(task.who());
            case Step.Consent consent -> words.roles(List.of(consent.askedBy(), consent.of()));
            default -> words.say("paper.instead", words.role(runbook.owner()));
        };
        return PaperWidth.wrap(who, WHO_WIDTH);
    }

    private List<String> expected(Step step) {
        Stream<String> expected =
                step.frame().expected().map(time -> words.say("paper.about", words.duration(time))).stream();
        Stream<String> limit =
                step.frame().timeout().map(time -> words.say("paper.within", words.duration(time))).stream();
        return Stream.concat(expected, limit)
                .flatMap(line -> PaperWidth.wrap(line, TIME_WIDTH).stream())
                .toList();
    }

    private String resolved(String line) {
        var values = new HashMap<String, String>();
        runbook.parameters().forEach((name, parameter) -> values.put(name, parameter.preset()));
        return Attempt.resolve(line, values);
    }

    private static List<String> wrapped(String text) {
        return PaperWidth.wrap(text, STEP_WIDTH);
    }
}
