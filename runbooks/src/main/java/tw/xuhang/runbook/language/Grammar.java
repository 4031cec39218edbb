package tw.xuhang.runbook.language;

import static java.util.Objects.requireNonNull;
import static tw.xuhang.runbook.language.Key.may;
import static tw.xuhang.runbook.language.Key.must;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.xuhang.runbook.condition.Condition;
import tw.xuhang.runbook.language.Form.BothLanguages;
import tw.xuhang.runbook.language.Form.Choice;
import tw.xuhang.runbook.language.Form.Count;
import tw.xuhang.runbook.language.Form.Fields;
import tw.xuhang.runbook.language.Form.Flag;
import tw.xuhang.runbook.language.Form.ListOf;
import tw.xuhang.runbook.language.Form.MapOf;
import tw.xuhang.runbook.language.Form.Phrase;
import tw.xuhang.runbook.language.Form.Scalar;
import tw.xuhang.runbook.language.Form.Steps;
import tw.xuhang.runbook.language.Form.Time;
import tw.xuhang.runbook.language.Shape.Either;

/** Every key of the language, what it takes and what it means. Reader and schema know nothing else. */
final class Grammar {

    static final int MOST_STEPS = 100;
    static final String ZH = "zh-TW";
    static final String EN = "en";

    private static final BothLanguages SENTENCE = new BothLanguages(200);
    private static final BothLanguages PARAGRAPH = new BothLanguages(2000);
    private static final Time TIME = new Time();

    private static final Key TITLE = must("title", SENTENCE, "What the step does, for people.");
    private static final Key WHEN = may(
            "when",
            new Form.Line(Condition.LONGEST),
            "A condition, asked when its turn comes: the step is not needed where it does not hold.");
    private static final Key TIMEOUT =
            may("timeout", TIME, "Longest time of one attempt; of a task: when 'on failure' applies.");
    private static final Key EXPECTED = may("expected", TIME, "How long it usually takes.");
    private static final Key ON_FAILURE = may(
            "on failure",
            Phrases.ON_FAILURE,
            "What the run does when the step failed for good: stop (also when nothing is said), continue, undo, "
                    + "ask ROLE, end as NAME.");
    private static final Key IDEMPOTENT =
            may("idempotent", new Flag(), "Doing it twice does no harm, so an attempt in doubt may be repeated.");
    private static final Key RESOURCE =
            may("resource", Phrases.RESOURCE, "Steps and runs with the same resource take turns.");
    private static final Key NEEDS = may(
            "needs",
            new Choice(List.of("declaration")),
            "The step is a continuity operation: it waits until the leader has declared.");
    private static final Key UNDO = may("undo", Phrases.STEP, "The stand-down step that takes this one back.");
    private static final Key RETRY = may(
            "retry",
            new Fields(new Shape(
                    "a retry",
                    List.of(
                            must("times", new Count(1, 20), "Attempts after the first."),
                            must("every", TIME, "Pause before the next attempt.")))),
            "How often a failed attempt is repeated.");
    private static final Key TOLD_IN_DRILL = inDrill(
            List.of("do", "pretend"),
            "Whether it is done in a drill, marked as one. Without it: people of the office are told, vendors are not.");
    private static final Key INNER = must("steps", new Steps(), "The steps inside.");

    static final Shape RUNBOOK = new Shape(
            "a runbook",
            List.of(
                    must("runbook", Phrases.NAME, "The runbook's key: its file's name without the ending."),
                    must("title", SENTENCE, "What it is for, for people."),
                    must("source", new ListOf(Phrases.RULE_ID, 20), "The rules it follows."),
                    must("owner", Phrases.ROLE, "The role that keeps it up to date."),
                    must("serves", new Fields(serves()), "Which services it brings back, and how fast it must be."),
                    may("triggers", new ListOf(new Fields(trigger()), 20), "Signals that start it. None: by hand."),
                    may("parameters", new MapOf(Phrases.PARAMETER, new Fields(parameter()), 20), "Its inputs."),
                    must("steps", new Steps(), "What is done, in this order."),
                    may("verify", new Steps(), "Done after the steps: how we know that it is over."),
                    may("stand down", new Steps(), "Steps that take others back, called by their 'undo'.")));

    /** Kind → what a step of it may say. The first key is the kind itself, its value the step's name. */
    static final Map<String, Shape> STEPS = steps();

    private Grammar() {}

    /** @param kind one of {@link #STEPS} */
    static Shape shape(String kind) {
        return requireNonNull(STEPS.get(kind), kind);
    }

    private static Shape serves() {
        return new Shape(
                "'serves'",
                List.of(
                        must("services", new ListOf(Phrases.SERVICE, 100), "Keys of the office's services."),
                        may("rto", TIME, "Time within which they are to be back."),
                        may("mtpd", TIME, "Longest tolerable interruption.")));
    }

    private static Shape trigger() {
        return new Shape(
                "a trigger",
                List.of(
                        must("signal", Phrases.SIGNAL, "Normalised kind of signal, whatever its source."),
                        may(
                                "where",
                                new MapOf(Phrases.NAME, Phrases.NAME, 10),
                                "What the signal's subject must be, attribute by attribute."),
                        must(
                                "mode",
                                new Choice(List.of("act", "ask")),
                                "act: the run starts by itself; ask: it is prepared and a person is asked.")));
    }

    private static Shape parameter() {
        return new Shape(
                "a parameter",
                List.of(
                        must("type", new Choice(List.of("uplink", "vendor", "text")), "What the value names."),
                        must("default", new Form.Line(200), "The value where the trigger gives none.")));
    }

    private static Map<String, Shape> steps() {
        var kinds = new LinkedHashMap<String, Shape>();
        step(
                kinds,
                "ansible",
                "an ansible step",
                List.of(
                        TITLE,
                        WHEN,
                        TIMEOUT,
                        EXPECTED,
                        RETRY,
                        ON_FAILURE,
                        IDEMPOTENT,
                        RESOURCE,
                        NEEDS,
                        UNDO,
                        must("playbook", Phrases.PLAYBOOK, "File in the office's or the shipped Ansible project."),
                        may(
                                "with",
                                new MapOf(Phrases.EXTRA_VARIABLE, new Scalar(), 50),
                                "Variables, handed over as data."),
                        may("idle", TIME, "Ended when it prints nothing for this long."),
                        inDrill(
                                List.of("do", "check", "pretend"),
                                "In a drill it is done, only says what it would change, or is not run. Without it: "
                                        + "not run.")),
                List.of());
        step(
                kinds,
                "probe",
                "a probe step",
                List.of(
                        TITLE,
                        WHEN,
                        TIMEOUT,
                        EXPECTED,
                        RETRY,
                        ON_FAILURE,
                        may("through", Phrases.UPLINK, "Ask the far side of this line, through it only."),
                        may(
                                "check",
                                new Choice(List.of("services served")),
                                "Ask every service that the runbook serves, from the counter's own segment."),
                        must("expect", Phrases.EXPECT, "What must be seen."),
                        may("within", TIME, "Look again until then. Without it: at once or failed."),
                        may("otherwise", Phrases.ON_FAILURE, "The same as 'on failure', for a probe that is a gate."),
                        inDrill(
                                List.of("do", "pretend"),
                                "In a drill it looks, or takes what it expects for seen. Without it: taken for seen.")),
                List.of(
                        new Either(List.of("through", "check"), true),
                        new Either(List.of("on failure", "otherwise"), false)));
        step(
                kinds,
                "dispatch",
                "a dispatch step",
                List.of(
                        TITLE,
                        WHEN,
                        TIMEOUT,
                        EXPECTED,
                        RETRY,
                        ON_FAILURE,
                        IDEMPOTENT,
                        must("to", Phrases.VENDOR, "Who gets the work order."),
                        must(
                                "severity",
                                new Choice(List.of("critical", "major", "minor")),
                                "As the contract knows it."),
                        must("ask", PARAGRAPH, "What the vendor is asked to do and to find out."),
                        must(
                                "acknowledge within",
                                TIME,
                                "Unanswered for this long: again, the next contact, the next vendor, a call task."),
                        may(
                                "done when",
                                new Choice(List.of("sent", "acknowledged")),
                                "Which of them ends the step. Without it: sent."),
                        TOLD_IN_DRILL),
                List.of());
        step(
                kinds,
                "notify",
                "a notify step",
                List.of(
                        TITLE,
                        WHEN,
                        TIMEOUT,
                        EXPECTED,
                        RETRY,
                        ON_FAILURE,
                        IDEMPOTENT,
                        must("to", new ListOf(Phrases.ROLE, 20), "Roles that are told."),
                        must("message", PARAGRAPH, "What they are told."),
                        TOLD_IN_DRILL),
                List.of());
        step(
                kinds,
                "task",
                "a task",
                List.of(
                        TITLE,
                        WHEN,
                        TIMEOUT,
                        EXPECTED,
                        ON_FAILURE,
                        NEEDS,
                        must("who", Phrases.ROLE, "The role that does it."),
                        may("checklist", new ListOf(SENTENCE, 50), "What to look at or do, point by point."),
                        may("record", new MapOf(Phrases.NAME, Phrases.FIELD, 30), "Fields to fill in.")),
                List.of());
        step(
                kinds,
                "consent",
                "a consent step",
                List.of(
                        TITLE,
                        WHEN,
                        ON_FAILURE,
                        must(
                                "act",
                                new Choice(List.of("declare", "stand-down")),
                                "What is consented to, then declared."),
                        must(
                                "at",
                                new Choice(List.of("declaration limit", "once")),
                                "When it is asked: when a service's outage reaches its limit, or at once."),
                        must("asked by", Phrases.ROLE, "Who makes the request, and declares after the consent."),
                        must("of", Phrases.ROLE, "Who consents."),
                        must("remind after", TIME, "Silence until the reminder. Silence never decides."),
                        must(
                                "deputy after",
                                TIME,
                                "Silence until a deputy with an authorisation on file is asked too."),
                        must("call after", TIME, "Silence until somebody gets the task to call.")),
                List.of());
        step(
                kinds,
                "wait",
                "a wait step",
                List.of(
                        TITLE,
                        WHEN,
                        TIMEOUT,
                        ON_FAILURE,
                        may("for", TIME, "This long."),
                        may(
                                "until",
                                Phrases.UNTIL,
                                "Until such a signal about the incident arrives, or the vendor has come so far with an earlier work order.")),
                List.of(new Either(List.of("for", "until"), true)));
        step(
                kinds,
                "runbook",
                "a runbook step",
                List.of(
                        TITLE,
                        WHEN,
                        TIMEOUT,
                        EXPECTED,
                        ON_FAILURE,
                        NEEDS,
                        UNDO,
                        must("run", Phrases.NAME, "Key of the runbook that is run."),
                        may(
                                "with",
                                new MapOf(Phrases.PARAMETER, new Form.Line(200), 20),
                                "Values for its parameters. The others keep their defaults.")),
                List.of());
        step(
                kinds,
                "parallel",
                "a parallel step",
                List.of(
                        optionalTitle(),
                        may(
                                "join",
                                new Choice(List.of("all", "any")),
                                "all (also when nothing is said): done when every branch is. any: when the first is; "
                                        + "the others are called off."),
                        INNER),
                List.of());
        step(kinds, "sequence", "a sequence", List.of(optionalTitle(), INNER), List.of());
        step(
                kinds,
                Unrolling.KIND,
                "a loop",
                List.of(
                        optionalTitle(),
                        must("item", Phrases.PARAMETER, "How the steps inside call the item: $ and this."),
                        may("items", new ListOf(Phrases.NAME, 20), "What it is done for, one by one."),
                        may(
                                "over",
                                new Choice(List.of("services served")),
                                "It is done for every service that the runbook serves."),
                        may("together", new Flag(), "Side by side, not one after the other."),
                        INNER),
                List.of(new Either(List.of("items", "over"), true)));
        step(
                kinds,
                "choose",
                "a choose step",
                List.of(
                        TITLE,
                        must("branches", new ListOf(new Fields(branch()), 20), "The first that applies is done.")),
                List.of());
        return kinds;
    }

    private static Shape branch() {
        return new Shape(
                "a branch",
                List.of(
                        must("branch", Phrases.STEP, "The branch's name, unique among the steps."),
                        optionalTitle(),
                        must(
                                "when",
                                new Form.Line(Condition.LONGEST),
                                "A condition, or 'otherwise': where none before it holds."),
                        INNER));
    }

    private static Key inDrill(List<String> words, String says) {
        return may("in drill", new Choice(words), says);
    }

    private static Key optionalTitle() {
        return may("title", SENTENCE, "What the steps inside are for, for people.");
    }

    private static void step(Map<String, Shape> kinds, String kind, String name, List<Key> keys, List<Either> either) {
        var all = new ArrayList<Key>();
        all.add(must(
                kind,
                new Phrase(Phrases.STEP.regex(), "the step's name, of small letters, digits and hyphens"),
                "The step's name, unique in the runbook."));
        all.addAll(keys);
        kinds.put(kind, new Shape(name, all, either));
    }
}
