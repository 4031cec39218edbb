package tw.xuhang.runbook.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds the tree of a condition against the part of CEL that runbooks use, and gathers the names in it. */
final class Comparison {

    private static final Map<String, String> SIGNS = Map.ofEntries(
            Map.entry("_&&_", "&&"),
            Map.entry("_||_", "||"),
            Map.entry("!_", "!"),
            Map.entry("_==_", "=="),
            Map.entry("_!=_", "!="),
            Map.entry("_<_", "<"),
            Map.entry("_<=_", "<="),
            Map.entry("_>_", ">"),
            Map.entry("_>=_", ">="),
            Map.entry("@in", "in"),
            Map.entry("startsWith", "startsWith"),
            Map.entry("endsWith", "endsWith"),
            Map.entry("contains", "contains"));
    private static final List<String> EQUALITY = List.of("_==_", "_!=_", "@in");

    private final CelAbstractSyntaxTree tree;
    private final Vocabulary vocabulary;
    private final Map<String, Name> names = new LinkedHashMap<>();
    private final List<Complaint> complaints = new ArrayList<>();

    Comparison(CelAbstractSyntaxTree tree, Vocabulary vocabulary) {
        this.tree = tree;
        this.vocabulary = vocabulary;
    }

    void check() {
        look(tree.getExpr());
        if (complaints.isEmpty() && names.isEmpty()) {
            complaints.add(new Complaint(
                    Complaint.Kind.CONSTANT, 0, "this is the same whatever happens: it asks about nothing"));
        }
    }

    Map<String, Name> names() {
        return names;
    }

    List<Complaint> complaints() {
        return complaints;
    }

    private void look(CelExpr part) {
        Kind kind = part.getKind();
        switch (kind) {
            case CONSTANT -> {}
            case IDENT, SELECT -> name(part);
            case CALL -> call(part);
            case LIST -> part.list().elements().forEach(this::look);
            default -> complain(Complaint.Kind.WRITING, part, "a condition only compares");
        }
    }

    private void call(CelExpr part) {
        CelExpr.CelCall call = part.call();
        if (!SIGNS.containsKey(call.function())) {
            complain(
                    Complaint.Kind.WRITING,
                    part,
                    "a condition only compares, with && || ! == != < <= > >= in, startsWith, endsWith and contains; "
                            + "there is no '" + call.function().replace("_", "") + "'");
            return;
        }
        List<CelExpr> parts =
                Stream.concat(call.target().stream(), call.args().stream()).toList();
        parts.forEach(this::look);
        if (EQUALITY.contains(call.function())) {
            words(parts.getFirst(), parts.getLast());
            words(parts.getLast(), parts.getFirst());
        }
    }

    /** A word that a name never is makes a comparison that never holds. */
    private void words(CelExpr named, CelExpr with) {
        List<String> words =
                path(named).flatMap(vocabulary::name).map(Name::words).orElse(List.of());
        if (words.isEmpty()) {
            return;
        }
        List<CelExpr> values = with.getKind() == Kind.LIST ? with.list().elements() : List.of(with);
        for (CelExpr value : values) {
            if (value.getKind() == Kind.CONSTANT
                    && value.constant().getKind() == CelConstant.Kind.STRING_VALUE
                    && !words.contains(value.constant().stringValue())) {
                complain(
                        Complaint.Kind.TYPE,
                        value,
                        "'" + path(named).orElseThrow() + "' is never '"
                                + value.constant().stringValue() + "'; it is one of " + String.join(", ", words));
            }
        }
    }

    private void name(CelExpr part) {
        Optional<String> path = path(part);
        Optional<Name> name = path.flatMap(vocabulary::name);
        if (name.isPresent()) {
            names.put(path.orElseThrow(), name.get());
        } else if (path.isPresent()) {
            complaints.add(new Complaint(Complaint.Kind.NAME, start(part), path.get()));
        } else {
            complain(Complaint.Kind.WRITING, part, "a name is words and dots, like steps.NAME.outcome");
        }
    }

    /** The name that a chain of words and dots spells. */
    private static Optional<String> path(CelExpr part) {
        return switch (part.getKind()) {
            case IDENT -> Optional.of(part.ident().name());
            case SELECT ->
                part.select().testOnly()
                        ? Optional.empty()
                        : path(part.select().operand())
                                .map(before -> before + "." + part.select().field());
            default -> Optional.empty();
        };
    }

    private void complain(Complaint.Kind kind, CelExpr part, String message) {
        complaints.add(new Complaint(kind, start(part), message));
    }

    /** Where a part begins; the library marks a name at its last dot. */
    private int start(CelExpr part) {
        return part.getKind() == Kind.SELECT
                ? start(part.select().operand())
                : tree.getSource().getPositionsMap().getOrDefault(part.id(), 0);
    }
}
