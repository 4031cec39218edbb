package tw.xuhang.runbook.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import tw.xuhang.runbook.condition.Name.Sort;

/**
 * A condition that was understood. It only compares, so judging it always comes to an end, costs no more than its
 * length, and says the same of the same values.
 */
public final class Condition {

    /** Longest text of a condition, in characters. */
    public static final int LONGEST = 500;

    private static final CelOptions BOUNDS = CelOptions.current()
            .maxExpressionCodePointSize(LONGEST)
            .maxParseRecursionDepth(40)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    private final CelRuntime.Program program;
    private final SortedSet<String> names;

    private Condition(CelRuntime.Program program, SortedSet<String> names) {
        this.program = program;
        this.names = Collections.unmodifiableSortedSet(names);
    }

    /** What became of a text. */
    public sealed interface Read {
        record Understood(Condition condition) implements Read {}

        /** @param complaints at least one */
        record Refused(List<Complaint> complaints) implements Read {
            public Refused {
                complaints = List.copyOf(complaints);
            }
        }
    }

    public static Read read(String text, Vocabulary vocabulary) {
        CelValidationResult parsed = compiler(Map.of()).parse(text);
        if (parsed.hasError()) {
            return refused(text, parsed.getErrors(), Complaint.Kind.WRITING);
        }
        try {
            CelAbstractSyntaxTree tree = parsed.getAst();
            var grammar = new Comparison(tree, vocabulary);
            grammar.check();
            if (!grammar.complaints().isEmpty()) {
                return new Read.Refused(grammar.complaints());
            }
            CelValidationResult typed = compiler(grammar.names()).check(tree);
            return typed.hasError()
                    ? refused(text, typed.getErrors(), Complaint.Kind.TYPE)
                    : understood(typed.getAst(), new TreeSet<>(grammar.names().keySet()));
        } catch (CelValidationException | CelEvaluationException e) {
            return new Read.Refused(List.of(new Complaint(Complaint.Kind.WRITING, 0, String.valueOf(e.getMessage()))));
        }
    }

    private static Read understood(CelAbstractSyntaxTree typed, SortedSet<String> names) throws CelEvaluationException {
        if (!typed.getResultType().equals(SimpleType.BOOL)) {
            String what = "a condition is true or false, not " + Blame.type(typed.getResultType());
            return new Read.Refused(List.of(new Complaint(Complaint.Kind.TYPE, 0, what)));
        }
        CelRuntime runtime =
                CelRuntimeFactory.standardCelRuntimeBuilder().setOptions(BOUNDS).build();
        return new Read.Understood(new Condition(runtime.createProgram(typed), names));
    }

    private static Read refused(String text, List<CelIssue> issues, Complaint.Kind kind) {
        return new Read.Refused(
                issues.stream().map(issue -> Blame.of(text, issue, kind)).toList());
    }

    /** Macros, which could make a condition long-winded, are left out. */
    private static CelCompiler compiler(Map<String, Name> names) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setOptions(BOUNDS)
                .setStandardMacros();
        names.forEach((written, name) -> builder.addVar(written, type(name.sort())));
        return builder.build();
    }

    private static CelType type(Sort sort) {
        return switch (sort) {
            case TRUTH -> SimpleType.BOOL;
            case COUNT -> SimpleType.INT;
            case NUMBER -> SimpleType.DOUBLE;
            case TEXT -> SimpleType.STRING;
        };
    }

    /** The names that it uses. */
    public SortedSet<String> names() {
        return names;
    }

    /**
     * @param values of {@link #names}, each of its {@link Sort}'s type
     * @throws IllegalArgumentException a value is missing or of another type
     */
    public boolean holds(Map<String, Object> values) {
        try {
            return Boolean.TRUE.equals(program.eval(values));
        } catch (CelEvaluationException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }
}
