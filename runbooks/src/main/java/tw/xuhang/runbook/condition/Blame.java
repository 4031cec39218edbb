package tw.xuhang.runbook.condition;

import dev.cel.common.CelIssue;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.util.Arrays;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tw.xuhang.runbook.condition.Name.Sort;

/** Says in the words of a duty officer what the library has against a condition. */
final class Blame {

    private static final Pattern OVERLOAD =
            Pattern.compile("found no matching overload for '([^']*)' applied to '\\(?(.*?)\\)?' \\(cand.*");
    private static final Map<String, Sort> SORTS =
            Map.of("bool", Sort.TRUTH, "int", Sort.COUNT, "double", Sort.NUMBER, "string", Sort.TEXT);

    private Blame() {}

    static Complaint of(String text, CelIssue issue, Complaint.Kind kind) {
        int at = offset(
                text,
                issue.getSourceLocation().getLine(),
                issue.getSourceLocation().getColumn());
        return new Complaint(kind, at, message(text, issue.getMessage()));
    }

    private static String message(String text, String said) {
        Matcher overload = OVERLOAD.matcher(said);
        if (overload.matches()) {
            String sign = overload.group(1).replace("_", "").replace("@", "");
            String what = Arrays.stream(overload.group(2).split(", ", -1))
                    .map(Blame::type)
                    .collect(Collectors.joining(" with "));
            return "'" + sign + "' does not go with " + what;
        }
        if (text.contains("$")) {
            return "in a condition the parameter $name is written parameters.name";
        }
        return "this is no condition: " + said;
    }

    static String type(CelType type) {
        return type.equals(SimpleType.DYN) ? "anything" : type(type.name());
    }

    private static String type(String name) {
        Sort sort = SORTS.get(name);
        return sort == null ? "a " + name : sort.what();
    }

    /** Lines are counted from 1, columns from 0. */
    private static int offset(String text, int line, int column) {
        int start = 0;
        for (int i = 1; i < line; i++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                break;
            }
            start = end + 1;
        }
        return Math.clamp((long) start + column, 0, text.length());
    }
}
