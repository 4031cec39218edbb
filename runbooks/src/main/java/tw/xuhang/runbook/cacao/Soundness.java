package tw.xuhang.runbook.cacao;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.runbook.cacao.Remark.Kind;

/** Whether a piece of JSON is a CACAO 2.0 playbook whose steps can be followed. Says everything that is wrong. */
final class Soundness {

    /** Five times as many as a runbook takes in one list; what is larger is damaged or hostile. */
    static final int MOST_STEPS = 500;

    private static final Set<String> TYPES = Set.of(
            "start",
            "end",
            "action",
            "playbook-action",
            "parallel",
            "if-condition",
            "while-condition",
            "switch-condition");

    private final List<Remark> wrong = new ArrayList<>();

    private Soundness() {}

    /** Empty: it can be followed. */
    static List<Remark> check(JsonValue file) {
        var soundness = new Soundness();
        soundness.file(file);
        return List.copyOf(soundness.wrong);
    }

    private void file(JsonValue file) {
        if (!(file instanceof JsonValue.Table playbook)) {
            say("", "no-playbook", "");
            return;
        }
        if (!playbook.text("type").equals(Optional.of("playbook"))) {
            say("/type", "no-playbook", written(playbook, "type"));
            return;
        }
        if (!playbook.text("spec_version").equals(Optional.of("cacao-2.0"))) {
            say("/spec_version", "other-version", written(playbook, "spec_version"));
            return;
        }
        if (playbook.isTrue("revoked")) {
            say("/revoked", "playbook-revoked");
        }
        if (playbook.table("workflow").fields().isEmpty()) {
            say("/workflow", "no-workflow");
            return;
        }
        if (playbook.table("workflow").fields().size() > MOST_STEPS) {
            say("/workflow", "too-many-steps", Integer.toString(MOST_STEPS));
            return;
        }
        steps(playbook, new Workflow(playbook));
    }

    private void steps(JsonValue.Table playbook, Workflow workflow) {
        for (String id : workflow.ids()) {
            if (!TYPES.contains(workflow.type(id))) {
                say(Workflow.pointer(id) + "/type", "unknown-step", written(workflow.step(id), "type"));
            }
            for (Workflow.Way way : workflow.ways(id)) {
                if (!workflow.ids().contains(way.to())) {
                    say(way.pointer(), "dangling", way.to());
                }
            }
        }
        String start = playbook.text("workflow_start").orElse("");
        if (!workflow.type(start).equals("start")) {
            say("/workflow_start", "no-start", written(playbook, "workflow_start"));
        }
        playbook.text("workflow_exception")
                .filter(id -> !workflow.ids().contains(id))
                .ifPresent(id -> say("/workflow_exception", "dangling", id));
        if (wrong.isEmpty()) {
            List<String> circle = workflow.circle();
            if (!circle.isEmpty()) {
                say(Workflow.pointer(circle.getFirst()), "circle", String.join(" → ", circle));
            }
        }
    }

    private static String written(JsonValue.Table table, String name) {
        return table.get(name)
                .map(CanonicalJson::text)
                .map(Soundness::shortened)
                .orElse("-");
    }

    private static String shortened(String text) {
        return text.length() > 80 ? text.substring(0, 80) + "…" : text;
    }

    private void say(String place, String code, String... arguments) {
        wrong.add(Remark.of(Kind.REFUSED, place, code, arguments));
    }
}
