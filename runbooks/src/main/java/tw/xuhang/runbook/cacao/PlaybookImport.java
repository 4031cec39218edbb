package tw.xuhang.runbook.cacao;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.cacao.Remark.Kind;
import tw.xuhang.runbook.language.Level;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Source;
import tw.xuhang.runbook.language.Surroundings;

/** Makes a runbook of a CACAO 2.0 playbook, and a report of everything that it could not take over as it was. */
public final class PlaybookImport {

    private static final Set<String> KEPT_AS_COMMENTS = Set.of(
            "description",
            "playbook_types",
            "playbook_activities",
            "created_by",
            "created",
            "modified",
            "valid_from",
            "valid_until",
            "derived_from",
            "related_to",
            "priority",
            "severity",
            "impact",
            "industry_sectors",
            "labels",
            "external_references");

    /** What has a place of its own in the report, or says nothing that the workflow does not say. */
    private static final Set<String> DEALT_WITH = Set.of(
            "type",
            "spec_version",
            "id",
            "name",
            "revoked",
            "workflow",
            "workflow_start",
            "workflow_exception",
            "playbook_variables",
            "playbook_processing_summary",
            "agent_definitions",
            "target_definitions",
            "authentication_info_definitions",
            "playbook_extensions",
            "extension_definitions",
            "data_marking_definitions",
            "markings",
            "signatures");

    private final Desk desk;
    private final Heading heading;

    private PlaybookImport(JsonValue.Table playbook, ImportSettings settings) {
        this.desk = new Desk(playbook, settings);
        this.heading = new Heading(desk);
    }

    /** Never throws for what a file can hold. */
    public static Imported of(byte[] file, ImportSettings settings) {
        return switch (JsonReader.read(file)) {
            case JsonReader.Read.Wrong wrong -> new Imported.Refused(List.of(Remark.of(wrong)), List.of());
            case JsonReader.Read.Parsed(JsonValue value) -> of(value, settings);
        };
    }

    private static Imported of(JsonValue value, ImportSettings settings) {
        List<Remark> unsound = Soundness.check(value);
        if (!unsound.isEmpty() || !(value instanceof JsonValue.Table playbook)) {
            return new Imported.Refused(unsound, List.of());
        }
        List<SignatureVerdict> signatures = Signatures.judge(playbook, settings.trusted(), settings.now());
        if (!Signatures.suffice(signatures, !settings.trusted().isEmpty())) {
            Remark why = Remark.of(Kind.REFUSED, "/signatures", signatures.isEmpty() ? "not-signed" : "signature");
            return new Imported.Refused(List.of(why), signatures);
        }
        return new PlaybookImport(playbook, settings).turn(signatures);
    }

    private Imported turn(List<SignatureVerdict> signatures) {
        var variables = new Variables(desk);
        var parties = new Parties(desk, variables);
        var flow = new FlowImport(desk, new StepImport(desk, variables, parties));
        heading.reserveNames();
        List<JsonValue> steps = flow.chain(desk.playbook.text("workflow_start").orElse(""), Set.of(), 0);
        if (flow.tangled()) {
            return new Imported.Refused(List.of(Remark.of(Kind.REFUSED, "/workflow", "tangled")), signatures);
        }
        if (steps.isEmpty()) {
            return new Imported.Refused(List.of(Remark.of(Kind.REFUSED, "/workflow", "no-steps")), signatures);
        }
        unreached(flow.met());
        exception();
        variables.unused();
        parties.rest();
        aboutThePlaybook(signatures);
        JsonValue.Table runbook = heading.runbook(steps);
        return checked(runbook, signatures);
    }

    private Imported checked(JsonValue.Table runbook, List<SignatureVerdict> signatures) {
        String key = runbook.text("runbook").orElse("");
        String yaml = YamlText.write(comments(), runbook);
        var source = new Source(key + ".yaml", yaml.getBytes(StandardCharsets.UTF_8));
        Library.Checked checked = Library.check(source, Surroundings.unknown());
        if (checked.runbook().isEmpty()) {
            List<Remark> why = checked.findings().stream()
                    .filter(finding -> finding.level() == Level.ERROR)
                    .map(finding -> Remark.of(
                            Kind.REFUSED,
                            "",
                            "no-runbook",
                            finding.message(),
                            finding.rule().id()))
                    .toList();
            return new Imported.Refused(why, signatures);
        }
        String name = desk.playbook.text("name").map(Texts::line).orElse("");
        String id = desk.playbook.text("id").map(Texts::line).orElse("");
        List<String> order =
                checked.runbook().get().everyStep().stream().map(Step::name).toList();
        List<Imported.Became> became = desk.became.stream()
                .sorted(Comparator.comparingInt(one -> order.indexOf(one.step())))
                .toList();
        return new Imported.Runbook(name, id, key, yaml, became, desk.remarks, signatures, checked.findings());
    }

    /** Steps that no way led to, and what is said of the start and the ends. */
    private void unreached(Set<String> met) {
        for (String id : desk.workflow.ids()) {
            JsonValue.Table step = desk.workflow.step(id);
            if (desk.workflow.isEnd(id) || desk.workflow.type(id).equals("start")) {
                desk.leftovers(Workflow.pointer(id), step, List.of("type", "name", "on_completion"));
            } else if (!met.contains(id)) {
                boolean afterFailure =
                        desk.remarks.stream().anyMatch(said -> said.code().equals("failure-path"));
                String code = inException(id) ? "only-exception" : afterFailure ? "only-failure" : "unreached";
                desk.note(
                        Kind.LEFT_OUT,
                        Workflow.pointer(id),
                        code,
                        step.text("name").map(Texts::line).orElse(id));
            }
        }
    }

    private boolean inException(String id) {
        return desk.playbook
                .text("workflow_exception")
                .filter(from -> desk.workflow.reach(from).contains(id))
                .isPresent();
    }

    private void exception() {
        desk.playbook
                .text("workflow_exception")
                .filter(id -> !desk.workflow.isEnd(id))
                .ifPresent(from -> {
                    List<String> steps = desk.workflow.reach(from).stream()
                            .filter(id -> !desk.workflow.isEnd(id))
                            .map(id -> desk.workflow
                                    .step(id)
                                    .text("name")
                                    .map(Texts::line)
                                    .orElse(id))
                            .toList();
                    desk.note(
                            Kind.LEFT_OUT,
                            "/workflow_exception",
                            "exception",
                            String.join(", ", steps),
                            desk.settings.who());
                });
    }

    private void aboutThePlaybook(List<SignatureVerdict> signatures) {
        JsonValue.Table playbook = desk.playbook;
        playbook.fields().keySet().stream()
                .filter(name -> !KEPT_AS_COMMENTS.contains(name) && !DEALT_WITH.contains(name))
                .forEach(name -> desk.note(Kind.LEFT_OUT, "/" + Workflow.escaped(name), "property", Texts.line(name)));
        playbook.table("playbook_extensions").fields().keySet().stream()
                .filter(name -> !name.equals(Own.EXTENSION))
                .forEach(name -> desk.note(
                        Kind.LEFT_OUT,
                        "/playbook_extensions/" + Workflow.escaped(name),
                        "extension",
                        Texts.line(name)));
        playbook.table("data_marking_definitions").fields().forEach((id, marking) -> {
            String says = marking.text("tlpv2_level")
                    .or(() -> marking.text("statement"))
                    .or(() -> marking.text("name"))
                    .orElse(id);
            desk.note(Kind.NOTE, "/data_marking_definitions/" + Workflow.escaped(id), "marking", Texts.line(says));
        });
        validity("valid_from");
        validity("valid_until");
        if (!desk.became.isEmpty() && heading.isForeign()) {
            desk.note(Kind.TO_COMPLETE, "", "one-language");
            desk.note(Kind.NOTE, "", "comments");
        }
        if (signatures.isEmpty()) {
            desk.note(Kind.NOTE, "/signatures", "unsigned");
        }
    }

    private void validity(String name) {
        Optional<String> written = desk.playbook.text(name);
        Optional<Instant> time = written.flatMap(Signatures::time);
        if (written.isPresent() && time.isEmpty()) {
            desk.note(Kind.NOTE, "/" + name, "no-timestamp", Texts.line(written.get()));
        } else if (time.isPresent()) {
            boolean early = name.equals("valid_from") && desk.settings.now().isBefore(time.get());
            boolean late = name.equals("valid_until") && !desk.settings.now().isBefore(time.get());
            if (early || late) {
                desk.note(Kind.TO_COMPLETE, "/" + name, early ? "too-early" : "too-late", written.get());
            }
        }
    }

    /** Where it comes from, and what a runbook has no key for, at the top of the file. */
    private List<String> comments() {
        List<String> comments = new ArrayList<>();
        comments.add(
                comment(
                        "匯自 CACAO 2.0 playbook，請依匯入報告補齊後再使用。Imported from a CACAO 2.0 playbook; complete it by the report first."));
        Map<String, JsonValue> about = new LinkedHashMap<>();
        desk.playbook.get("id").ifPresent(id -> about.put("id", id));
        desk.playbook.get("name").ifPresent(name -> about.put("name", name));
        desk.playbook.fields().forEach((name, value) -> {
            if (KEPT_AS_COMMENTS.contains(name)) {
                about.put(name, value);
            }
        });
        about.forEach((name, value) ->
                comments.add(comment(name + ": " + value.asText().orElse(CanonicalJson.text(value)))));
        return comments;
    }

    private static String comment(String text) {
        String one = Texts.clean(text).replaceAll("\\s+", " ").strip();
        return one.length() > 1000 ? one.substring(0, one.offsetByCodePoints(0, 900)) + "…" : one;
    }
}
