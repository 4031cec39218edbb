package tw.xuhang.faults.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tw.xuhang.casebook.Casebook;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.StoredEntry;
import tw.xuhang.evidence.audit.Verifier;
import tw.xuhang.evidence.store.Exporting;
import tw.xuhang.evidence.store.PackReader;
import tw.xuhang.evidence.store.Rebuild;
import tw.xuhang.testing.TableDump;

/**
 * What a night has left behind: in the town, in the journal, in the tables.
 *
 * @param deeds facts that were to happen once each, whatever was tried on the way to them
 */
record Aftermath(
        List<String> cases,
        List<String> runs,
        List<String> played,
        Map<String, Set<String>> letters,
        List<String> deeds,
        List<String> crossings,
        List<String> findings,
        Map<String, List<String>> tables,
        Map<String, List<String>> rebuilt) {

    private static final Pattern STEP = Pattern.compile("\"step\":\"([^\"]+)\"");
    private static final List<String> LISTS = List.of("run_duty", "run_mail", "resource_claim", "resource_wait");

    /** How often a thing is tried, looked at or waited for is nobody's promise. */
    private static final Set<String> ATTEMPTS = Set.of(
            "run.step-started",
            "run.step-parked",
            "run.step-doubted",
            "run.retry-planned",
            "incident.joined",
            "dispatch.sending",
            "dispatch.sent",
            "dispatch.send-failed",
            "dispatch.awaited",
            "consent.asked",
            "consent.told",
            "consent.not-told",
            "consent.restated");

    /** Comes with time, and a night that is interrupted is longer. */
    private static final Set<String> OF_TIME = Set.of("outage.crossed", "readiness.judged", "consent.call-task-opened");

    static Aftermath of(Night night, Path folder) throws IOException {
        Path file = folder.resolve("evidence.zip");
        try (OutputStream out = Files.newOutputStream(file)) {
            night.bean(Exporting.class).write(Optional.empty(), out);
        }
        var evidence = PackReader.read(file, Optional.empty(), Optional.empty()).evidence();
        Map<String, List<String>> tables = TableDump.of(night.database.address());
        night.bean(Rebuild.class).run();
        return new Aftermath(
                night.cases().stream().map(Casebook.CaseLine::phase).toList(),
                night.runs().stream()
                        .map(run -> run.runbook() + " " + run.ending().orElse("goes on"))
                        .toList(),
                night.town.played(),
                night.town.letters().entrySet().stream()
                        .collect(Collectors.toMap(letter -> plain(letter.getKey()), Map.Entry::getValue)),
                evidence.entries().stream()
                        .map(StoredEntry::entry)
                        .filter(entry -> !ATTEMPTS.contains(entry.type()) && !OF_TIME.contains(entry.type()))
                        .filter(entry -> !entry.stream().kind().equals("signal"))
                        .map(Aftermath::deed)
                        .sorted()
                        .toList(),
                evidence.entries().stream()
                        .map(StoredEntry::entry)
                        .filter(entry -> entry.type().equals("outage.crossed"))
                        .map(entry -> entry.stream().key() + entry.body())
                        .toList(),
                Verifier.verify(evidence).findings().stream()
                        .map(Object::toString)
                        .toList(),
                tables,
                TableDump.of(night.database.address()));
    }

    /** The leader may act before the letter that asks for it is written, or after. */
    private static Set<String> certain(Map<String, Set<String>> letters) {
        return letters.keySet().stream()
                .filter(letter -> !letter.matches("leader@office\\.test (請決定|資安長已同意).*"))
                .collect(Collectors.toSet());
    }

    private static List<String> without(Collection<String> all, Collection<String> some) {
        var rest = new ArrayList<>(all);
        some.forEach(rest::remove);
        return rest;
    }

    private static String deed(Entry entry) {
        Matcher step = STEP.matcher(entry.body());
        return entry.type() + " " + plain(entry.stream().value()) + (step.find() ? " " + step.group(1) : "");
    }

    /** Without the number of the case, of which a lost answer may use up one, and without that of the attempt. */
    private static String plain(String name) {
        return name.replaceAll("\\d{4}-\\d{4}", "case").replaceAll("(case\\.\\d+)\\.\\d+", "$1");
    }

    /** @param quiet what a night leaves behind that nothing interrupts */
    void isAs(Aftermath quiet) {
        assertThat(cases).as("one case, stood down").isEqualTo(quiet.cases);
        assertThat(runs).as("every run ended as it should").isEqualTo(quiet.runs);
        assertThat(played).as("each playbook ran once").isEqualTo(quiet.played);
        assertThat(letters.values())
                .as("each letter under one Message-ID: " + letters)
                .allMatch(ids -> ids.size() == 1);
        assertThat(certain(letters)).as("letters").isEqualTo(certain(quiet.letters));
        assertThat(without(deeds, quiet.deeds)).as("done too often").isEmpty();
        assertThat(without(quiet.deeds, deeds)).as("not done").isEmpty();
        assertThat(crossings).as("each threshold is crossed once").isNotEmpty().doesNotHaveDuplicates();
        assertThat(findings).as("the chain of evidence").isEmpty();
        LISTS.forEach(list ->
                assertThat(tables.get(list)).as("nothing left to do in " + list).isEmpty());
        assertThat(tables.get("signal_received"))
                .as("every signal has its disposition")
                .hasSameSizeAs(tables.get("disposition"));
        assertThat(rebuilt).as("the lists say what the journal says").isEqualTo(tables);
    }
}
