package tw.xuhang.runbook.language;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import tw.xuhang.runbook.rehearsal.Change;
import tw.xuhang.runbook.rehearsal.Cue;
import tw.xuhang.runbook.rehearsal.Elapsed;
import tw.xuhang.runbook.rehearsal.Happening;
import tw.xuhang.runbook.rehearsal.Place;
import tw.xuhang.runbook.rehearsal.Rehearsal;
import tw.xuhang.runbook.run.RunEntry;

/** Makes a rehearsal of a tree that the {@link Inspector} found good. */
final class RehearsalAssembler {

    private static final String AT = " at ";

    private RehearsalAssembler() {}

    static Rehearsal rehearsal(MappingNode root) {
        var from = new Fields(root);
        return new Rehearsal(
                from.needText("rehearsal"),
                from.needText("runbook"),
                from.needSentence("title"),
                from.fields("starts on").map(RehearsalAssembler::alarm),
                about(from.fields("incident")),
                from.textMap("with"),
                from.map("steps", RehearsalAssembler::cues),
                from.tables("meanwhile").stream()
                        .map(RehearsalAssembler::happening)
                        .toList(),
                from.items("expected").stream()
                        .map(RehearsalAssembler::expected)
                        .toList(),
                outcome(from.value("outcome").orElseThrow()));
    }

    private static Rehearsal.Alarm alarm(Fields from) {
        return new Rehearsal.Alarm(place(from.node()), from.needText("signal"), from.textMap("about"));
    }

    private static Rehearsal.Case about(Optional<Fields> from) {
        Function<String, Optional<String>> said = key -> from.flatMap(table -> table.text(key));
        return new Rehearsal.Case(
                said.apply("kind").orElse("reported"),
                said.apply("subject").orElse(""),
                said.apply("source").orElse(""));
    }

    private static List<Cue> cues(Node list) {
        return ((SequenceNode) list)
                .getValue().stream()
                        .map(item -> cue(new Fields((MappingNode) item)))
                        .toList();
    }

    private static Cue cue(Fields from) {
        return new Cue(
                place(from.node()),
                from.text("after").map(Elapsed::parse),
                what(from),
                from.text("says").orElse(""),
                from.textMap("facts"));
    }

    private static Cue.What what(Fields from) {
        Optional<String> result = from.text("result");
        if (result.isPresent()) {
            return new Cue.What.Comes(Cue.Result.valueOf(constant(result.get())));
        }
        return from.text("sees")
                .<Cue.What>map(seen -> new Cue.What.Sees(seen.equals("reachable")))
                .orElseGet(() -> new Cue.What.Decides(RunEntry.Decision.valueOf(constant(from.needText("decide")))));
    }

    private static Happening happening(Fields from) {
        Duration at = from.text("at").map(Elapsed::parse).orElse(Duration.ZERO);
        String key = Values.keys(from.node()).stream()
                .filter(name -> !name.equals("at"))
                .findFirst()
                .orElseThrow();
        String value = from.needText(key);
        Happening.What what = switch (key) {
            case "signal" -> new Happening.What.Signal(value);
            case "taken" -> new Happening.What.Taken(value);
            case "freed" -> new Happening.What.Freed(value);
            case "away" -> new Happening.What.Away(value);
            case "back" -> new Happening.What.Back(value);
            case "line down" -> new Happening.What.LineDown(value);
            case "line up" -> new Happening.What.LineUp(value);
            case "limit" -> new Happening.What.LimitReached();
            case "abort" -> new Happening.What.Aborted(value);
            case "declaration" ->
                value.equals("made") ? new Happening.What.Declared() : new Happening.What.NotDeclared();
            default -> throw new IllegalStateException("not inspected: " + key);
        };
        return new Happening(place(from.node()), at, what);
    }

    private static Rehearsal.Expected expected(Node node) {
        Phrase phrase = phrase(node);
        int space = phrase.words().indexOf(' ');
        String word = phrase.words().substring(space + 1);
        return new Rehearsal.Expected(
                place(node), phrase.words().substring(0, space), Change.valueOf(constant(word)), phrase.at());
    }

    private static Rehearsal.Outcome outcome(Node node) {
        Phrase phrase = phrase(node);
        return new Rehearsal.Outcome(place(node), phrase.words(), phrase.at());
    }

    private record Phrase(String words, Optional<Duration> at) {}

    private static Phrase phrase(Node node) {
        String text = ((ScalarNode) node).getValue().strip();
        int at = text.lastIndexOf(AT);
        return at < 0
                ? new Phrase(text, Optional.empty())
                : new Phrase(text.substring(0, at), Optional.of(Elapsed.parse(text.substring(at + AT.length()))));
    }

    private static String constant(String words) {
        return words.toUpperCase(Locale.ROOT).replace(' ', '_');
    }

    private static Place place(Node node) {
        Position at = Findings.position(node.getStartMark());
        return new Place(at.line(), at.column());
    }
}
