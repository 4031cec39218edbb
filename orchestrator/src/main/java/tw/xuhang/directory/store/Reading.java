package tw.xuhang.directory.store;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** One reading of a folder: the problems so far, and the keys that were declared and pointed at. */
final class Reading {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([a-z]+)}");

    private final Map<String, String> variables;
    private final List<Loaded.Problem> problems = new ArrayList<>();
    private final Map<String, Set<String>> declared = new HashMap<>();
    private final List<Pointer> pointers = new ArrayList<>();
    private final Parts parts = new Parts();

    private record Pointer(Node node, String kind, String key) {}

    Reading(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    void take(String file, String text) {
        var settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(false)
                .setMaxAliasesForCollections(0)
                .setParseComments(false)
                .build();
        try {
            Optional<Node> root = new Compose(settings).composeString(text);
            root.ifPresentOrElse(node -> parts.read(file, new Fields(this, node)), () -> empty(file));
        } catch (MarkedYamlEngineException e) {
            Optional<Mark> mark = e.getProblemMark();
            problems.add(new Loaded.Problem(
                    file,
                    mark.map(m -> m.getLine() + 1).orElse(0),
                    mark.map(m -> m.getColumn() + 1).orElse(0),
                    e.getProblem()));
        }
    }

    private void empty(String file) {
        problems.add(new Loaded.Problem(file, 0, 0, "the file is empty"));
    }

    Loaded finish() {
        for (Pointer pointer : pointers) {
            Set<String> keys = declared.getOrDefault(pointer.kind(), Set.of());
            if (!keys.contains(pointer.key())) {
                problem(pointer.node(), nowhere(pointer, keys));
            }
        }
        if (problems.isEmpty()) {
            return parts.whole();
        }
        problems.sort(Comparator.comparingInt((Loaded.Problem p) -> OfficeFolder.FILES.indexOf(p.file()))
                .thenComparingInt(Loaded.Problem::line)
                .thenComparingInt(Loaded.Problem::column));
        return new Loaded.Refused(problems);
    }

    private static String nowhere(Pointer pointer, Set<String> keys) {
        return Nearest.of(pointer.key(), keys)
                .map(near -> "there is no %s '%s'; did you mean '%s'?".formatted(pointer.kind(), pointer.key(), near))
                .orElse("there is no %s '%s'".formatted(pointer.kind(), pointer.key()));
    }

    void declare(Node at, String kind, String key) {
        if (!declared.computeIfAbsent(kind, k -> new HashSet<>()).add(key)) {
            problem(at, "%s '%s' is there twice".formatted(kind, key));
        }
    }

    String reference(Node at, String kind, String key) {
        pointers.add(new Pointer(at, kind, key));
        return key;
    }

    void problem(Node at, String message) {
        Optional<Mark> mark = at.getStartMark();
        problems.add(new Loaded.Problem(
                mark.map(Mark::getName).orElse(""),
                mark.map(m -> m.getLine() + 1).orElse(0),
                mark.map(m -> m.getColumn() + 1).orElse(0),
                message));
    }

    int problemCount() {
        return problems.size();
    }

    String replaceVariables(ScalarNode scalar) {
        Matcher matcher = VARIABLE.matcher(scalar.getValue());
        return matcher.replaceAll(found -> {
            String value = variables.get(found.group(1));
            if (value == null) {
                problem(scalar, "nobody says what ${%s} is".formatted(found.group(1)));
                return "";
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
