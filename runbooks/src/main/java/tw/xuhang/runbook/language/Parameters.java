package tw.xuhang.runbook.language;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;

/** Whether every {@code $name} is a parameter, used as what it is, and every parameter is used. */
final class Parameters {

    private static final Pattern ASKED = Pattern.compile("\\bparameters\\.([a-z][a-z0-9_]*)");

    private final Desk desk;

    Parameters(Desk desk) {
        this.desk = desk;
    }

    void check() {
        Runbook runbook = desk.runbook();
        List<Mention> mentions = runbook.everyStep().stream()
                .flatMap(step -> Mention.of(step).stream())
                .toList();
        mentions.forEach(this::mention);
        Set<String> used = new HashSet<>();
        mentions.forEach(mention -> used.add(mention.parameter()));
        runbook.everyStep().forEach(step -> used.addAll(asked(step)));
        for (String name : runbook.parameters().keySet()) {
            if (!used.contains(name)) {
                desk.note(Rule.UNUSED_PARAMETER, "parameter '" + name + "' is not used", "parameters", name);
            }
        }
    }

    /** Parameters in the condition of a step or branch; whether there are such is looked at with the condition. */
    private static Set<String> asked(Step step) {
        Optional<String> when = step instanceof Step.Branch branch
                ? branch.when()
                : step.frame().when();
        return when.map(Parameters::asked).orElse(Set.of());
    }

    private static Set<String> asked(String condition) {
        return ASKED.matcher(condition).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private void mention(Mention mention) {
        Runbook.Parameter parameter = desk.runbook().parameters().get(mention.parameter());
        String[] path = mention.path().toArray(String[]::new);
        if (parameter == null) {
            desk.note(
                    mention.step(),
                    Rule.UNKNOWN_PARAMETER,
                    "there is no parameter '" + mention.parameter() + "'"
                            + Nearest.hint(
                                    mention.parameter(),
                                    desk.runbook().parameters().keySet()),
                    path);
        } else if (!mention.type().equals("any") && !mention.type().equals(parameter.type())) {
            desk.note(
                    mention.step(),
                    Rule.PARAMETER_TYPE,
                    "'$" + mention.parameter() + "' is of type " + parameter.type() + "; here stands the name of "
                            + article(mention.type()),
                    path);
        }
    }

    private static String article(String type) {
        return (type.startsWith("u") ? "an " : "a ") + type;
    }
}
