package tw.xuhang.runbook.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Need;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.condition.Name;
import tw.xuhang.runbook.condition.Vocabulary;
import tw.xuhang.runbook.port.Outcome;

/** What the names of a condition stand for in a state. Every name of the {@link Vocabulary} has a value. */
final class Scene {

    private final Runbook runbook;
    private final RunState state;
    private final RunEntry.Began began;
    private final Surroundings around;

    Scene(Runbook runbook, RunState state, Surroundings around) {
        this.runbook = runbook;
        this.state = state;
        this.began = state.began().orElseThrow();
        this.around = around;
    }

    /** @param name one of the runbook's {@link Vocabulary} */
    Object value(String name) {
        List<String> words = List.of(name.split("\\.", -1));
        return switch (words.getFirst()) {
            case "drill" -> began.mode() != Mode.LIVE;
            case "signal" -> began.reason();
            case "parameters" -> parameter(words.get(1));
            case "incident" -> incident(words.get(1));
            case "outage" -> outage(words.get(1));
            case "services" -> service(words.get(1), words.get(2));
            case "steps" -> step(words);
            default -> throw new IllegalArgumentException("no such name: " + name);
        };
    }

    private String parameter(String name) {
        return Optional.ofNullable(began.parameters().get(name))
                .or(() -> Optional.ofNullable(runbook.parameters().get(name)).map(Runbook.Parameter::preset))
                .orElse("");
    }

    private Object incident(String word) {
        return switch (word) {
            case "declared" -> Needs.met(runbook, state, Need.DECLARATION);
            case "kind" -> picture().kind();
            case "subject" -> picture().subject();
            default -> picture().source();
        };
    }

    private Object outage(String word) {
        return switch (word) {
            case "services" -> (long) picture().away().size();
            case "lines" -> (long) picture().lines().size();
            case "limit_reached" -> picture().limitReached();
            default -> picture().away().values().stream().max(Long::compareTo).orElse(0L);
        };
    }

    private Object service(String written, String word) {
        Optional<Long> minutes = picture().away().entrySet().stream()
                .filter(away -> Vocabulary.written(away.getKey()).equals(written))
                .map(Map.Entry::getValue)
                .findFirst();
        return word.equals("down") ? minutes.isPresent() : minutes.orElse(0L);
    }

    private Object step(List<String> words) {
        Step step = runbook.everyStep().stream()
                .filter(s -> Vocabulary.written(s.name()).equals(words.get(1)))
                .findFirst()
                .orElseThrow();
        StepState at = state.step(step.name());
        return switch (words.get(2)) {
            case "outcome" -> outcome(at.status());
            case "answer" -> answer(step.name());
            case "attempts" -> (long) at.attempts();
            case "branch" -> at.branch().orElse(Vocabulary.NO_BRANCH);
            default -> recorded((Step.Task) step, at, words.get(3));
        };
    }

    private String answer(String step) {
        var answer = state.answers().get(step);
        return answer == null
                ? Vocabulary.NO_ANSWER
                : answer.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String outcome(StepStatus status) {
        return switch (status) {
            case NOT_STARTED, RUNNING, PARKED, RETRY_PLANNED, ASKING, DOUBTFUL -> "open";
            case SUCCEEDED -> "succeeded";
            case FAILED -> "failed";
            case SKIPPED -> "skipped";
            case NOT_NEEDED -> "not-needed";
        };
    }

    /** A field that nobody has filled in is an empty text, or 0. */
    private static Object recorded(Step.Task task, StepState at, String written) {
        Map.Entry<String, String> field = task.record().entrySet().stream()
                .filter(one -> Vocabulary.written(one.getKey()).equals(written))
                .findFirst()
                .orElseThrow();
        String said = at.outcome()
                .map(Outcome::facts)
                .map(facts -> facts.get(field.getKey()))
                .orElse("");
        return field.getValue().endsWith("number") ? (Object) number(said) : said;
    }

    private static double number(String said) {
        try {
            return Double.parseDouble(said);
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private Picture picture() {
        return around.picture().get();
    }

    /** Whether a value is of the type that its name promises. */
    static boolean fits(Object value, Name name) {
        return switch (name.sort()) {
            case TRUTH -> value instanceof Boolean;
            case COUNT -> value instanceof Long;
            case NUMBER -> value instanceof Double;
            case TEXT ->
                value instanceof String text
                        && (name.words().isEmpty() || name.words().contains(text));
        };
    }
}
