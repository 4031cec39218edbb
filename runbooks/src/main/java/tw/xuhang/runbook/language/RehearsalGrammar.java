package tw.xuhang.runbook.language;

import static tw.xuhang.runbook.language.Key.may;
import static tw.xuhang.runbook.language.Key.must;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import tw.xuhang.runbook.condition.Vocabulary;
import tw.xuhang.runbook.language.Form.Choice;
import tw.xuhang.runbook.language.Form.ListOf;
import tw.xuhang.runbook.language.Form.MapOf;
import tw.xuhang.runbook.language.Form.Phrase;
import tw.xuhang.runbook.language.Shape.Either;
import tw.xuhang.runbook.rehearsal.Change;
import tw.xuhang.runbook.rehearsal.Elapsed;

/** Every key of a rehearsal, what it takes and what it means. */
final class RehearsalGrammar {

    /** A step of the runbook; what stands after its name tells its repetitions apart. */
    static final Phrase STEP = new Phrase("[a-z]\\S*", "a step's name");

    private static final Phrase TIME = new Phrase(Elapsed.PATTERN, "a time, like 45s, 12m3s or 4h");
    private static final String WHEN = "( at " + Elapsed.PATTERN + ")?";
    private static final Phrase EXPECTED = new Phrase(
            STEP.regex() + " ("
                    + Arrays.stream(Change.values()).map(Change::word).collect(Collectors.joining("|")) + ")" + WHEN,
            "a step and 'starts', 'waits', 'asks', 'in doubt', 'chosen', 'done', 'not needed', 'failed' or 'skipped', "
                    + "with or without a time, like 'switch-route done at 8s'");
    private static final Phrase OUTCOME = new Phrase(
            "(succeeded|partial|failed|aborted|open|closed as " + Phrases.WORD + ")" + WHEN,
            "succeeded, partial, failed, aborted, 'closed as NAME' or open, with or without a time, like 'partial at 4h'");

    static final Shape REHEARSAL = new Shape(
            "a rehearsal",
            List.of(
                    must("rehearsal", Phrases.NAME, "Its name: its file is RUNBOOK.REHEARSAL.yaml."),
                    must("runbook", Phrases.NAME, "The runbook that is rehearsed."),
                    must("title", new Form.BothLanguages(200), "What is tried, for people."),
                    may("starts on", new Form.Fields(alarm()), "The signal that starts the run. Without it: by hand."),
                    may("incident", new Form.Fields(incident()), "The case, as conditions see it."),
                    may(
                            "with",
                            new MapOf(Phrases.PARAMETER, new Form.Line(200), 20),
                            "Parameters that differ from the runbook's own values."),
                    may(
                            "steps",
                            new MapOf(STEP, new ListOf(new Form.Fields(cue()), 50), 200),
                            "What becomes of a step, attempt by attempt, decision by decision. A step that is not "
                                    + "here succeeds after its expected time; people and vendors do not answer."),
                    may("meanwhile", new ListOf(new Form.Fields(happening()), 100), "What happens beside the steps."),
                    must(
                            "expected",
                            new ListOf(EXPECTED, 1000),
                            "Everything that the steps do, in this order, and nothing else."),
                    must(
                            "outcome",
                            OUTCOME,
                            "How the run ends; open: nothing is left to happen, and it still waits.")));

    private RehearsalGrammar() {}

    private static Shape alarm() {
        return new Shape(
                "'starts on'",
                List.of(
                        must("signal", Phrases.SIGNAL, "Its kind; one of the runbook's triggers takes it."),
                        may(
                                "about",
                                new MapOf(Phrases.NAME, Phrases.NAME, 10),
                                "What its subject is, attribute by attribute.")));
    }

    private static Shape incident() {
        return new Shape(
                "'incident'",
                List.of(
                        may("kind", new Choice(Vocabulary.KINDS), "How it began. Without it: reported."),
                        may("subject", new Form.Line(200), "What was in trouble then, like 'uplink/main'."),
                        may("source", new Form.Line(200), "Of the signal or report that opened it.")));
    }

    private static Shape cue() {
        return new Shape(
                "what becomes of a step",
                List.of(
                        may(
                                "after",
                                TIME,
                                "Since the attempt started, or since the person was asked. Without it: as expected."),
                        may(
                                "result",
                                new Choice(List.of("done", "failed", "not needed", "skipped", "lost", "hangs")),
                                "How the attempt ends. Of a consent: 'done' is consented to and declared, 'failed' "
                                        + "refused. 'lost': nobody can tell; 'hangs': until its timeout, a work order "
                                        + "until somebody can send it; 'skipped': the person leaves the task out."),
                        may(
                                "sees",
                                new Choice(List.of("reachable", "unreachable")),
                                "What a probe sees. Whether that is a success, the runbook says."),
                        may(
                                "decide",
                                new Choice(List.of("retry", "skip", "finished by hand", "let fail")),
                                "What the person decides who is asked."),
                        may("says", new Form.Line(200), "The reason."),
                        may(
                                "facts",
                                new MapOf(Phrases.NAME, new Form.Scalar(), 30),
                                "What was found out or filled in; of a work order 'answer', how far the vendor comes.")),
                List.of(new Either(List.of("result", "sees", "decide"), true)));
    }

    private static Shape happening() {
        return new Shape(
                "what happens meanwhile",
                List.of(
                        may("at", TIME, "Since the run began. Without it: before it began."),
                        may("signal", Phrases.SIGNAL, "A signal about the incident arrives."),
                        may(
                                "taken",
                                new Phrase(Phrases.WORD + "/\\S+", "a resource, like 'uplink/main'"),
                                "Another run holds the resource from now on."),
                        may(
                                "freed",
                                new Phrase(Phrases.WORD + "/\\S+", "a resource, like 'uplink/main'"),
                                "The other run has let go of it."),
                        may("away", Phrases.SERVICE, "The service does not answer from now on."),
                        may("back", Phrases.SERVICE, "It answers again."),
                        may("line down", Phrases.NAME, "The line is down from now on."),
                        may("line up", Phrases.NAME, "It is up again."),
                        may(
                                "limit",
                                new Choice(List.of("reached")),
                                "A service's outage has reached its declaration limit, as conditions see it."),
                        may(
                                "declaration",
                                new Choice(List.of("made", "refused")),
                                "What another run of the incident was told."),
                        may("abort", new Form.Line(200), "A person ends the run, for this reason.")),
                List.of(new Either(
                        List.of(
                                "signal",
                                "taken",
                                "freed",
                                "away",
                                "back",
                                "line down",
                                "line up",
                                "limit",
                                "declaration",
                                "abort"),
                        true)));
    }
}
