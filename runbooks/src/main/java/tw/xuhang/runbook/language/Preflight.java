package tw.xuhang.runbook.language;

import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.Anchor;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Walks the YAML event by event before a tree is built of it, so that aliases never grow and depth never
 * reaches the stack.
 */
final class Preflight {

    private static final int MOST_LEVELS = 24;

    private final Findings findings;
    private int depth;
    private int documents;
    private boolean saidTooDeep;

    private Preflight(Findings findings) {
        this.findings = findings;
    }

    static void check(String text, LoadSettings settings, Findings findings) {
        var preflight = new Preflight(findings);
        try {
            for (Event event : new Parse(settings).parseString(text)) {
                preflight.look(event);
            }
            if (preflight.documents == 0) {
                findings.add(Rule.EMPTY_FILE, Position.START, "the file holds nothing");
            }
        } catch (MarkedYamlEngineException e) {
            findings.add(Rule.SYNTAX, e.getProblemMark(), "this is no YAML: " + e.getProblem());
        } catch (YamlEngineException e) {
            findings.add(Rule.SYNTAX, Position.START, "this is no YAML: " + e.getMessage());
        }
    }

    private void look(Event event) {
        switch (event) {
            case DocumentStartEvent start -> document(start);
            case AliasEvent alias -> anchor(alias);
            case CollectionStartEvent start -> {
                depth++;
                anchor(start);
                tag(start, start.getTag());
                deep(start);
            }
            case CollectionEndEvent _ -> depth--;
            case ScalarEvent scalar -> {
                anchor(scalar);
                tag(scalar, scalar.getTag());
            }
            default -> {}
        }
    }

    private void document(DocumentStartEvent start) {
        documents++;
        if (documents == 2) {
            findings.add(
                    Rule.SECOND_DOCUMENT, start.getStartMark(), "a second document begins here; use a file for each");
        }
    }

    private void anchor(NodeEvent event) {
        event.getAnchor()
                .map(Anchor::getValue)
                .ifPresent(name -> findings.add(
                        Rule.ALIAS,
                        event.getStartMark(),
                        "anchors and aliases are not used ('" + name + "'); write it out where it is meant"));
    }

    private void tag(Event event, Optional<String> tag) {
        tag.ifPresent(
                name -> findings.add(Rule.TAG, event.getStartMark(), "tags are not used ('" + name + "'); remove it"));
    }

    private void deep(Event event) {
        if (depth > MOST_LEVELS && !saidTooDeep) {
            saidTooDeep = true;
            findings.add(Rule.TOO_DEEP, event.getStartMark(), "nested more than " + MOST_LEVELS + " levels deep");
        }
    }
}
