package tw.xuhang.runbook.cacao;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tw.xuhang.runbook.cacao.Remark.Kind;
import tw.xuhang.runbook.language.Json;

/** What a person reads after an import: step by step what became what, then what did not come over and what to do about it. */
public final class ImportReport {

    private final Imported imported;
    private final String language;
    private final Words words;
    private final StringBuilder out = new StringBuilder();

    private ImportReport(Imported imported, String language) {
        this.imported = imported;
        this.language = language;
        this.words = new Words(language);
    }

    /**
     * @param file the playbook, as the reader calls it
     * @param written where the runbook was written
     */
    public static String text(Imported imported, String file, String written, String language) {
        var report = new ImportReport(imported, language);
        switch (imported) {
            case Imported.Refused refused -> report.refused(refused, file);
            case Imported.Runbook runbook -> report.runbook(runbook, written);
        }
        return report.out.toString();
    }

    /** The same for scripts. */
    public static String json(Imported imported, String written, String language) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("imported", imported instanceof Imported.Runbook);
        if (imported instanceof Imported.Runbook runbook) {
            tree.put("playbook", runbook.id());
            tree.put("runbook", runbook.key());
            tree.put("file", written);
            tree.put("steps", runbook.became().stream().map(ImportReport::tree).toList());
        }
        tree.put(
                "remarks",
                imported.remarks().stream().map(remark -> remark.tree(language)).toList());
        tree.put(
                "signatures",
                imported.signatures().stream()
                        .map(verdict -> tree(verdict, language))
                        .toList());
        return Json.write(tree);
    }

    /** One signature for scripts. */
    public static Map<String, Object> tree(SignatureVerdict verdict, String language) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("signature", verdict.id());
        tree.put("signee", verdict.signee());
        tree.put("verdict", verdict.word());
        tree.put("message", verdict.say(language));
        return tree;
    }

    private static Map<String, Object> tree(Imported.Became became) {
        var tree = new LinkedHashMap<String, Object>();
        tree.put("place", became.place());
        tree.put("name", became.name());
        tree.put("was", became.was());
        tree.put("kind", became.kind());
        tree.put("step", became.step());
        return tree;
    }

    private void refused(Imported.Refused refused, String file) {
        line(words.say("report.refused"));
        refused.remarks().forEach(remark -> line(remark.say(file, language)));
        signatures();
    }

    private void runbook(Imported.Runbook runbook, String written) {
        line(words.say("report.head", runbook.name(), runbook.id()));
        line(words.say("report.written", written));
        signatures();
        line("");
        line(words.say("report.steps"));
        int number = 1;
        for (Imported.Became became : runbook.became()) {
            String name = became.name().isEmpty() ? "" : "“" + became.name() + "” ";
            line("%3d  %s%s → %s %s"
                    .formatted(number++, name, became.was(), words.say("kind." + became.kind()), became.step()));
            line("     " + became.place());
        }
        for (Kind kind : List.of(Kind.LEFT_OUT, Kind.CHANGED, Kind.TO_COMPLETE, Kind.NOTE)) {
            section(
                    kind,
                    runbook.remarks().stream()
                            .filter(remark -> remark.kind() == kind)
                            .toList());
        }
        line("");
        line(
                runbook.findings().isEmpty()
                        ? words.say("report.clean")
                        : words.say(
                                "report.findings",
                                Integer.toString(runbook.findings().size())));
    }

    /** The same thing said of several places is said once. */
    private void section(Kind kind, List<Remark> remarks) {
        if (remarks.isEmpty()) {
            return;
        }
        Map<String, List<String>> places = new LinkedHashMap<>();
        remarks.forEach(remark -> places.computeIfAbsent(remark.say(language), _ -> new ArrayList<>())
                .add(remark.place()));
        line("");
        line(words.say("report." + kind.word()));
        places.forEach((sentence, where) -> {
            line("  - " + sentence);
            where.stream().filter(place -> !place.isEmpty()).forEach(place -> line("      " + place));
        });
    }

    private void signatures() {
        imported.signatures().forEach(verdict -> line(verdict.say(language)));
    }

    private void line(String line) {
        out.append(line).append('\n');
    }
}
