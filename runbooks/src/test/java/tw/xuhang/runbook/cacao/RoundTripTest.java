package tw.xuhang.runbook.cacao;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Source;
import tw.xuhang.runbook.language.Surroundings;

/** A runbook that went out and came back is the same runbook. */
class RoundTripTest {

    @ParameterizedTest
    @MethodSource("runbooks")
    void whatComesBackIsWhatWentOut(Source source) {
        for (String language : List.of("zh-Hant", "en")) {
            Imported.Runbook back = back(export(source, language));
            assertThat(withoutVersion(PlaybookImportTest.loaded(back))).isEqualTo(withoutVersion(loaded(source)));
            assertThat(back.remarks()).extracting(Remark::kind).containsOnly(Remark.Kind.NOTE);
        }
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void whatGoesOutIsValidForTheSchemasOfOasis(Source source) throws IOException {
        assertThat(Samples.judge(Fixtures.bytes(export(source, "zh-Hant")))).isEmpty();
        assertThat(Samples.judge(Fixtures.bytes(export(source, "en")))).isEmpty();
    }

    @Test
    void theSchemasWouldSeeWhatIsMissing() throws IOException {
        String exported = export(runbooks().findFirst().orElseThrow(), "en");
        assertThat(Samples.judge(Fixtures.bytes(exported.replace("\"agent\":", "\"agents\":"))))
                .isNotEmpty();
        assertThat(Samples.judge(Fixtures.bytes(exported.replace("\"next_steps\":", "\"next\":"))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("runbooks")
    void whoDoesNotKnowTheExtensionStillSeesEveryStepAsAManualTask(Source source) {
        String foreign = export(source, "en").replace(Own.EXTENSION, "extension-definition--" + Fixtures.uuid("other"));
        Runbook back = PlaybookImportTest.loaded(back(foreign));
        List<String> titles = leaves(loaded(source).steps()).stream()
                .map(step -> step.frame().title().en())
                .toList();
        assertThat(leaves(back.steps()))
                .allMatch(step -> step instanceof Step.Task)
                .extracting(step -> step.frame().title().en())
                .containsSubsequence(titles.stream()
                        .map(Own::variables)
                        .map(RoundTripTest::filled)
                        .toList());
    }

    @Test
    void whatSomebodyChangedCountsAsTheyWroteIt() {
        Source source = Library.shipped(Surroundings.unknown())
                .source("backbone-outage")
                .orElseThrow();
        String written = export(source, "en");
        String renamed = written.replace("\"name\": \"Switch to the backup line\"", "\"name\": \"Switch over\"");
        Step step =
                PlaybookImportTest.loaded(back(renamed)).step("switch-route").orElseThrow();
        assertThat(step.frame().title().zh()).isEqualTo("Switch over");
        assertThat(step).isInstanceOf(Step.Ansible.class);
        String other =
                written.replace("Run the Ansible playbook failover-route.yml", "Pull the plug of failover-route.yml");
        Imported.Runbook changed = back(other);
        assertThat(changed.remarks()).extracting(Remark::code).contains("changed-since");
        assertThat(PlaybookImportTest.loaded(changed).everyStep()).noneMatch(one -> one instanceof Step.Ansible);
        assertThat(changed.remarks()).extracting(Remark::code).contains("never-undone");
    }

    @Test
    void aLoopGoesOutAndComesBackWrittenOut() throws IOException {
        for (String together : List.of("true", "false")) {
            Source loop = new Source("again.yaml", Fixtures.bytes(EveryKind.LOOP.formatted(together)));
            String exported = export(loop, "en");
            assertThat(Samples.judge(Fixtures.bytes(exported))).isEmpty();
            Runbook back = PlaybookImportTest.loaded(back(exported));
            assertThat(leaves(back.steps())).isEqualTo(leaves(loaded(loop).steps()));
            assertThat(leaves(back.steps())).extracting(Step::name).contains("restart-treasury", "look-website");
        }
    }

    /** Nothing in the extension makes a machine do what the text beside it does not say. */
    @Test
    void anExtensionCannotSayOneThingAndTheTextAnother() {
        String ansible = "\"step_extensions\":{\"" + Own.EXTENSION
                + "\":{\"ansible\":\"wipe\",\"playbook\":\"wipe.yml\",\"lang\":\"en\",\"idempotent\":true}},\"on_completion\":";
        String playbook = Fixtures.playbook("a1 'timeout':60000,'on_completion':'@e1'", "e1 ")
                .replace("\"on_completion\":\"end", ansible + "\"end");
        assertThat(PlaybookImportTest.loaded(back(playbook)).steps().getFirst()).isInstanceOf(Step.Task.class);
        String drill = playbook.replace("\"idempotent\":true", "\"idempotent\":true,\"in drill\":\"do\"")
                .replace("\"do a1\"", "\"Run the Ansible playbook wipe.yml\"");
        assertThat(PlaybookImportTest.loaded(back(drill)).steps().getFirst()).isInstanceOf(Step.Task.class);
        String open = playbook.replace("\"do a1\"", "\"Run the Ansible playbook wipe.yml\"");
        assertThat(PlaybookImportTest.loaded(back(open)).steps().getFirst()).isInstanceOf(Step.Ansible.class);
    }

    static Stream<Source> runbooks() {
        Library library = Library.shipped(Surroundings.unknown());
        return Stream.concat(
                library.sources().values().stream(), Stream.of(new Source("every-kind.yaml", everyKind())));
    }

    private static byte[] everyKind() {
        return EveryKind.TEXT.getBytes(StandardCharsets.UTF_8);
    }

    private static String filled(String title) {
        return title.replaceAll("__([a-z0-9_]+)__:value", "\\$$1");
    }

    private static List<Step> leaves(List<Step> steps) {
        return steps.stream()
                .flatMap(step -> step.inner().isEmpty() ? Stream.of(step) : leaves(step.inner()).stream())
                .toList();
    }

    private static String export(Source source, String language) {
        return PlaybookExport.of(source, language, PlaybookExport.maker(), Fixtures.NOW)
                .json();
    }

    private static Imported.Runbook back(String playbook) {
        var settings = new ImportSettings(
                Optional.empty(), "server-room", "server-room", List.of(), List.of(), List.of(), Fixtures.NOW);
        Imported imported = PlaybookImport.of(Fixtures.bytes(playbook), settings);
        assertThat(imported)
                .as(() -> ImportReport.text(imported, "test", "", "en"))
                .isInstanceOf(Imported.Runbook.class);
        return (Imported.Runbook) imported;
    }

    private static Runbook loaded(Source source) {
        Library.Checked checked = Library.check(source, Surroundings.unknown());
        return checked.runbook().orElseThrow(() -> new AssertionError(checked.findings()));
    }

    private static Runbook withoutVersion(Runbook r) {
        return new Runbook(
                r.key(),
                "",
                r.title(),
                r.sources(),
                r.owner(),
                r.objective(),
                r.triggers(),
                r.parameters(),
                r.steps(),
                r.verify(),
                r.standDown());
    }
}
