package tw.xuhang.runbook.language;

import tw.xuhang.runbook.language.Form.Phrase;

/** The fixed turns of speech of the language. The steps' assembler takes them apart again. */
final class Phrases {

    static final String WORD = "[a-z][a-z0-9]*(-[a-z0-9]+)*";
    static final String VARIABLE = "[a-z][a-z0-9_]*";

    static final Phrase NAME = new Phrase(WORD, "a name of small letters, digits and hyphens");
    static final Phrase ROLE = new Phrase(WORD, "a role, like 'server-room'");
    static final Phrase SERVICE = new Phrase(WORD, "a service's key, like 'official-documents'");
    /** As it fits into the lists of steps. */
    static final int LONGEST_STEP = 80;

    static final Phrase STEP = new Phrase("(?=.{1," + LONGEST_STEP + "}$)" + WORD, "a step's name");
    static final Phrase PARAMETER = new Phrase(VARIABLE, "a parameter's name of small letters, digits and underscores");
    static final Phrase RULE_ID = new Phrase("[A-Z]+-[0-9]{2}|[A-Z][0-9]+", "the id of a rule, like 'P-16'");
    static final Phrase SIGNAL = new Phrase("[a-z]+(\\.[a-z]+(-[a-z]+)*)+", "a kind of signal, like 'link.down'");
    static final Phrase PLAYBOOK = new Phrase(
            "[a-z0-9][a-z0-9_-]*\\.yml", "the file name of a playbook without a path, like 'failover-route.yml'");
    static final Phrase UPLINK = new Phrase("\\$" + VARIABLE + "|" + WORD, "an uplink, like '$main'");
    static final Phrase VENDOR = new Phrase(
            "vendor-of\\(\\$" + VARIABLE + "\\)|\\$" + VARIABLE + "|" + WORD,
            "a vendor's key, or 'vendor-of($uplink)', or a parameter");
    static final Phrase RESOURCE =
            new Phrase(WORD + "/(\\$" + VARIABLE + "|" + WORD + ")", "a kind and a name, like 'uplink/$main'");
    static final Phrase ON_FAILURE = new Phrase(
            "stop|continue|undo|ask " + WORD + "|end as " + WORD,
            "one of: stop, continue, undo, ask ROLE, end as NAME");
    static final Phrase EXPECT = new Phrase(
            "(un)?reachable( for " + Durations.PATTERN + ")?", "'reachable' or 'unreachable', or either 'for 10m'");
    static final Phrase UNTIL = new Phrase(
            "signal " + SIGNAL.regex() + "|" + WORD + " (acknowledged|fixed)",
            "'signal' and a kind, like 'signal link.steady', or a dispatch step and 'acknowledged' or 'fixed'");
    static final Phrase FIELD =
            new Phrase("(optional )?(text|number)", "'text' or 'number', or either with 'optional' before it");
    static final Phrase EXTRA_VARIABLE =
            new Phrase("[a-zA-Z][a-zA-Z0-9_]*", "an Ansible variable of letters, digits and underscores");

    private Phrases() {}
}
