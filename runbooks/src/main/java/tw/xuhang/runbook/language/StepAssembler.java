package tw.xuhang.runbook.language;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import tw.xuhang.runbook.Conduct;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.Need;
import tw.xuhang.runbook.OnFailure;
import tw.xuhang.runbook.Retry;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;

/** Makes steps of tables that the {@link Inspector} found good. */
final class StepAssembler {

    private static final String FOR = " for ";

    private final Marks marks;
    private final String owner;

    /** @param owner the role that keeps the runbook */
    StepAssembler(Marks marks, String owner) {
        this.marks = marks;
        this.owner = owner;
    }

    List<Step> steps(Fields from, String key) {
        return from.tables(key).stream().map(this::step).toList();
    }

    private Step step(Fields from) {
        String kind = Values.keys(from.node()).stream()
                .filter(Grammar.STEPS::containsKey)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not inspected"));
        Step step = assemble(kind, from, frame(kind, from));
        MappingNode node = from.node();
        marks.put(step, node);
        return step;
    }

    private Step assemble(String kind, Fields from, Frame frame) {
        return switch (kind) {
            case "ansible" ->
                new Step.Ansible(frame, from.needText("playbook"), from.textMap("with"), from.duration("idle"));
            case "probe" -> new Step.Probe(frame, target(from), expect(from));
            case "dispatch" -> dispatch(from, frame);
            case "notify" -> new Step.Notify(frame, from.texts("to"), from.needSentence("message"));
            case "task" -> task(from, frame);
            case "consent" -> consent(from, frame);
            case "wait" -> new Step.Wait(frame, until(from));
            case "runbook" -> new Step.Child(frame, from.needText("run"), from.textMap("with"));
            case "parallel" ->
                new Step.Parallel(
                        frame,
                        steps(from, "steps"),
                        Step.Parallel.Join.valueOf(constant(from.text("join").orElse("all"))));
            case "sequence" -> new Step.Sequence(frame, steps(from, "steps"));
            // Who keeps the runbook is asked where a later release does not understand a condition any more.
            case "choose" ->
                new Step.Choose(
                        frame.withOnFailure(new OnFailure.Ask(owner)),
                        from.tables("branches").stream().map(this::branch).toList());
            default -> throw new IllegalStateException("no such kind: " + kind);
        };
    }

    private Step.Branch branch(Fields from) {
        Optional<String> when = from.text("when").filter(text -> !text.equals("otherwise"));
        var branch = new Step.Branch(frame("branch", from), when, steps(from, "steps"));
        marks.put(branch, from.node());
        return branch;
    }

    private static Frame frame(String kind, Fields from) {
        String name = from.needText(kind);
        // To look twice is always harmless.
        boolean idempotent = kind.equals("probe") || from.flag("idempotent");
        return new Frame(
                name,
                from.sentence("title").orElse(Text.of(name)),
                from.duration("timeout"),
                from.duration("expected"),
                from.fields("retry").map(StepAssembler::retry).orElse(Retry.NONE),
                from.text("on failure")
                        .or(() -> from.text("otherwise"))
                        .map(StepAssembler::onFailure)
                        .orElse(new OnFailure.Stop()),
                idempotent,
                from.text("resource"),
                from.text("needs")
                        .map(need -> Set.of(Need.valueOf(constant(need))))
                        .orElse(Set.of()),
                from.text("undo"),
                from.text("in drill").map(StepAssembler::conduct),
                kind.equals("branch") ? Optional.empty() : from.text("when"));
    }

    private static Conduct conduct(String word) {
        return word.equals("do") ? Conduct.REAL : Conduct.valueOf(constant(word));
    }

    private static Retry retry(Fields from) {
        return new Retry(Integer.parseInt(from.needText("times")), from.needDuration("every"));
    }

    private static OnFailure onFailure(String phrase) {
        String last = phrase.substring(phrase.lastIndexOf(' ') + 1);
        if (phrase.startsWith("ask ")) {
            return new OnFailure.Ask(last);
        }
        if (phrase.startsWith("end as ")) {
            return new OnFailure.End(last);
        }
        return switch (phrase) {
            case "continue" -> new OnFailure.Continue();
            case "undo" -> new OnFailure.Undo();
            default -> new OnFailure.Stop();
        };
    }

    private static Step.Probe.Target target(Fields from) {
        return from.text("through")
                .<Step.Probe.Target>map(Step.Probe.Target.Uplink::new)
                .orElse(new Step.Probe.Target.ServicesServed());
    }

    private static Step.Probe.Expect expect(Fields from) {
        String phrase = from.needText("expect");
        int at = phrase.indexOf(FOR);
        Duration lasting = at < 0 ? Duration.ZERO : Durations.parse(phrase.substring(at + FOR.length()));
        return new Step.Probe.Expect(
                phrase.startsWith("reachable"), lasting, from.duration("within").orElse(Duration.ZERO));
    }

    private static Step dispatch(Fields from, Frame frame) {
        return new Step.Dispatch(
                frame,
                from.needText("to"),
                Step.Dispatch.Severity.valueOf(constant(from.needText("severity"))),
                Step.Dispatch.Finish.valueOf(constant(from.text("done when").orElse("sent"))),
                from.needDuration("acknowledge within"),
                from.needSentence("ask"));
    }

    private static Step task(Fields from, Frame frame) {
        List<Text> checklist =
                from.tables("checklist").stream().map(Fields::asText).toList();
        return new Step.Task(frame, from.needText("who"), checklist, from.textMap("record"));
    }

    private static Step consent(Fields from, Frame frame) {
        return new Step.Consent(
                frame,
                Step.Consent.Act.valueOf(constant(from.needText("act"))),
                from.needText("at").equals("declaration limit"),
                from.needText("asked by"),
                from.needText("of"),
                from.needDuration("remind after"),
                from.needDuration("deputy after"),
                from.needDuration("call after"));
    }

    private static Step.Wait.Until until(Fields from) {
        Optional<Duration> elapsed = from.duration("for");
        if (elapsed.isPresent()) {
            return new Step.Wait.Until.Elapsed(elapsed.get());
        }
        String[] words = from.needText("until").split(" ", 2);
        return words[0].equals("signal") && words[1].contains(".")
                ? new Step.Wait.Until.SignalSeen(words[1])
                : new Step.Wait.Until.VendorSays(words[0], Step.Dispatch.Answer.valueOf(constant(words[1])));
    }

    private static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace('-', '_');
    }
}
