package tw.xuhang.runbook.cacao;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.OnFailure;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Source;
import tw.xuhang.runbook.language.Surroundings;

class PlaybookImportTest {

    @Test
    void manualCommandsBecomeTheChecklistOfATask() {
        Step.Task task =
                (Step.Task) steps("a1 'description':'First\\nsecond','timeout':90500,'on_completion':'@e1'", "e1 ")
                        .getFirst();
        assertThat(task.who()).isEqualTo("team-leader");
        assertThat(task.checklist()).extracting(Text::en).containsExactly("First", "second", "do a1");
        assertThat(task.frame().timeout()).contains(Duration.ofSeconds(91));
        assertThat(task.frame().onFailure()).isEqualTo(new OnFailure.Ask("server-room"));
    }

    @Test
    void anExceptionThatEndsThePlaybookStopsTheRun() {
        String playbook = Fixtures.playbook("a1 'on_completion':'@e1'", "e1 ");
        String ends = playbook.replace(
                "\"workflow\":", "\"workflow_exception\":\"end--" + Fixtures.uuid("e1") + "\",\"workflow\":");
        assertThat(imported(ends).steps().getFirst().frame().onFailure()).isEqualTo(new OnFailure.Stop());
    }

    @Test
    void stepsKeepTheirOrderAndADelayIsAWait() {
        List<Step> steps = steps(
                "a1 'on_completion':'@a2'", "a2 'delay':2000,'on_completion':'@a3'", "a3 'on_completion':'@e1'", "e1 ");
        assertThat(steps).extracting(Step::kind).containsExactly("task", "wait", "task", "task");
        assertThat(steps)
                .extracting(step -> step.frame().title().en())
                .containsExactly("a1", "Wait before: a2", "a2", "a3");
    }

    @Test
    void parallelBranchesStandBesideEachOther() {
        List<Step> steps = steps(
                "p1 'next_steps':['@a1','@a3'],'on_completion':'@a4'",
                "a1 'on_completion':'@a2'",
                "a2 'on_completion':'@e1'",
                "a3 'on_completion':'@e2'",
                "a4 'on_completion':'@e3'",
                "e1 ",
                "e2 ",
                "e3 ");
        assertThat(shape(steps)).isEqualTo("[p1[way[a1 a2] a3] a4]");
    }

    @Test
    void branchesThatMeetWithoutSayingSoAreJoinedWhereTheyMeet() {
        List<Step> steps = steps(
                "p1 'next_steps':['@a1','@a2']",
                "a1 'on_completion':'@a3'",
                "a2 'on_completion':'@a3'",
                "a3 'on_completion':'@e1'",
                "e1 ");
        assertThat(shape(steps)).isEqualTo("[p1[a1 a2] a3]");
    }

    @Test
    void aConditionIsAQuestionToAPersonAndTheAnswerChooses() {
        List<Step> steps = steps(
                "i1 'condition':'__x__:value = 1','on_true':'@a1','on_false':'@a2','on_completion':'@a3'",
                "a1 'on_completion':'@e1'",
                "a2 'on_completion':'@e2'",
                "a3 'on_completion':'@e3'",
                "e1 ",
                "e2 ",
                "e3 ");
        assertThat(shape(steps)).isEqualTo("[i1 after-i1[yes[a1] no[a2]] a3]");
        assertThat(((Step.Task) steps.getFirst()).record()).containsOnlyKeys("answer");
        Step.Choose choose = (Step.Choose) steps.get(1);
        assertThat(choose.branches().getFirst().when().orElse("")).startsWith("steps.i1.record.answer in [\"yes\"");
        assertThat(choose.branches().getLast().when()).isEmpty();
    }

    @Test
    void aConditionWithoutOtherwiseHasOneBranch() {
        String[] way = {
            "i1 'condition':'c','on_true':'@a1','on_completion':'@a2'",
            "a1 'on_completion':'@e1'",
            "a2 'on_completion':'@e2'",
            "e1 ",
            "e2 "
        };
        assertThat(shape(steps(way))).isEqualTo("[i1 after-i1[yes[a1]] a2]");
        way[0] = "i1 'condition':'c','on_true':'@e1','on_false':'@a1','on_completion':'@a2'";
        assertThat(shape(steps(way))).isEqualTo("[i1 after-i1[no[a1]] a2]");
    }

    @Test
    void aSwitchChoosesByWhatAPersonWrites() {
        List<Step> steps = steps(
                "s1 'switch':'__line__:value','cases':{'main':'@a1','backup':'@e1','default':'@a2'},'on_completion':'@a3'",
                "a1 'on_completion':'@e2'",
                "a2 'on_completion':'@e3'",
                "a3 'on_completion':'@e4'",
                "e1 ",
                "e2 ",
                "e3 ",
                "e4 ");
        assertThat(shape(steps)).isEqualTo("[s1 after-s1[main[a1] otherwise[a2]] a3]");
        Step.Choose choose = (Step.Choose) steps.get(1);
        assertThat(choose.branches())
                .extracting(branch -> branch.when().orElse("otherwise"))
                .containsExactly("steps.s1.record.answer == \"main\"", "!(steps.s1.record.answer in [\"backup\"])");
    }

    @Test
    void aLoopIsATaskThatAPersonRepeats() {
        Imported.Runbook runbook = runbook(Fixtures.playbook(
                "w1 'condition':'still down','on_true':'@a1','on_completion':'@a3'",
                "a1 'on_completion':'@a2'",
                "a2 'on_completion':'@e1'",
                "a3 'on_completion':'@e2'",
                "e1 ",
                "e2 "));
        assertThat(shape(loaded(runbook).steps())).isEqualTo("[w1 a3]");
        assertThat(((Step.Task) loaded(runbook).steps().getFirst()).checklist())
                .extracting(Text::en)
                .containsExactly("Repeat what follows while this holds: still down", "a1", "do a1", "a2", "do a2");
        assertThat(runbook.became())
                .filteredOn(one -> one.kind().equals("point"))
                .hasSize(2);
        assertThat(codes(runbook)).contains("loop");
    }

    @Test
    void whatFollowsAFailureIsABranch() {
        assertThat(shape(steps(
                        "a1 'on_success':'@a2','on_failure':'@a3'",
                        "a2 'on_completion':'@a4'",
                        "a3 'on_completion':'@a4'",
                        "a4 'on_completion':'@e1'",
                        "e1 ")))
                .isEqualTo("[a1 after-a1[failed[a3] went-well[a2]] a4]");
        assertThat(shape(steps("a1 'on_success':'@a2','on_failure':'@a2'", "a2 'on_completion':'@e1'", "e1 ")))
                .isEqualTo("[a1 a2]");
        List<Step> ends = steps("a1 'on_success':'@a2','on_failure':'@e1'", "a2 'on_completion':'@e2'", "e1 ", "e2 ");
        assertThat(ends.getFirst().frame().onFailure()).isEqualTo(new OnFailure.Stop());
    }

    @Test
    void whatIsNestedTooDeepBecomesPointsAndIsSaid() {
        String[] steps = new String[23];
        for (int i = 0; i < 7; i++) {
            String inner = i < 6 ? "@p" + (i + 1) : "@a90";
            steps[3 * i] = "p" + i + " 'next_steps':['@a" + (10 + i) + "','" + inner + "'],'on_completion':'@e"
                    + (10 + i) + "'";
            steps[3 * i + 1] = "a" + (10 + i) + " 'on_completion':'@e" + (20 + i) + "'";
            steps[3 * i + 2] = "e" + (20 + i) + " ";
        }
        steps[21] = "a90 'on_completion':'@e90'";
        steps[22] = "e90 ";
        String playbook = Fixtures.playbook(steps);
        for (int i = 0; i < 7; i++) {
            playbook = playbook.replace(
                    "\"on_completion\":\"@e" + (10 + i) + "\"",
                    "\"on_completion\":\"end--" + Fixtures.uuid("e90") + "\"");
        }
        Imported.Runbook runbook = runbook(playbook);
        assertThat(codes(runbook)).contains("too-deep");
        assertThat(runbook.yaml()).contains("do a16", "do a90");
    }

    @Test
    void commandsOfMachinesBecomeWorkOfPeopleAndSecretsStayOutside() {
        String playbook = Fixtures.playbook("a1 'on_completion':'@e1'", "e1 ")
                .replace("{\"type\":\"manual\",\"command\":\"do a1\"}", """
                        {"type":"bash","command_b64":"aXAgbGluaw==","version":"5"},
                        {"type":"http-api","command":"GET /x HTTP/1.1","headers":{"Authorization":["Bearer s3cr3t"],"Accept":["a/b"]}},
                        {"type":"ssh","command":"echo $name __path__:value __password__:value"}""")
                .replace("\"agent\":", """
                        "step_variables":{"__path__":{"type":"string","value":"/tmp/x","constant":true},
                        "__password__":{"type":"string","value":"hunter2","constant":true}},"agent":""")
                .replace(
                        "\"agent_definitions\":",
                        "\"authentication_info_definitions\":{\"user-auth--" + Fixtures.uuid("u")
                                + "\":{\"type\":\"user-auth\",\"username\":\"root\",\"password\":\"hunter3\"}},\"agent_definitions\":");
        Imported.Runbook runbook = runbook(playbook);
        assertThat(runbook.yaml())
                .contains("Run by bash: ip link", "GET /x HTTP/1.1", "Accept: a/b", "echo ＄name /tmp/x")
                .doesNotContain("s3cr3t", "hunter2", "hunter3");
        String report =
                ImportReport.text(runbook, "x.json", "x.yaml", "en") + ImportReport.json(runbook, "x.yaml", "zh-Hant");
        assertThat(report).doesNotContain("s3cr3t", "hunter2", "hunter3");
        assertThat(codes(runbook)).contains("automatic", "secret", "login-open");
    }

    @Test
    void everyPropertyOfAPlaybookIsUsedOrMentioned() {
        String playbook = Fixtures.playbook(
                        "a1 'owner':'identity--x','x_new':1,'on_completion':'@e1'", "e1 ", "a9 'on_completion':'@e1'")
                .replace("\"workflow\":", """
                        "labels":["secret-sauce"],"x_other":{"a":1},"markings":["m"],
                        "data_marking_definitions":{"marking-tlp--1":{"type":"marking-tlp","tlpv2_level":"TLP:AMBER"}},
                        "playbook_variables":{"__unused__":{"type":"string","value":"1"}},
                        "target_definitions":{"ssh--1":{"type":"ssh","name":"nobody"}},"workflow":""");
        Imported.Runbook runbook = runbook(playbook);
        assertThat(runbook.remarks())
                .extracting(Remark::place)
                .contains(
                        "/x_other",
                        "/workflow/action--" + Fixtures.uuid("a1") + "/x_new",
                        "/workflow/action--" + Fixtures.uuid("a1") + "/owner",
                        "/workflow/action--" + Fixtures.uuid("a9"),
                        "/data_marking_definitions/marking-tlp--1",
                        "/playbook_variables/__unused__",
                        "/target_definitions/ssh--1");
        assertThat(runbook.yaml()).contains("# labels: [\"secret-sauce\"]");
    }

    @Test
    void aVariableFromOutsideIsAParameter() {
        String playbook = Fixtures.playbook("a1 'description':'Ask __line-name__:value','on_completion':'@e1'", "e1 ")
                .replace(
                        "\"workflow\":",
                        "\"playbook_variables\":{\"__line-name__\":{\"type\":\"string\",\"external\":true}},\"workflow\":");
        assertThat(imported(playbook).parameters()).containsOnlyKeys("line_name");
        assertThat(imported(playbook).steps().getFirst())
                .isInstanceOfSatisfying(
                        Step.Task.class,
                        task -> assertThat(task.checklist().getFirst().en()).isEqualTo("Ask $line_name"));
    }

    @Test
    void whatAPersonMustCompleteIsRefusedWhereTheOfficeIsKnown() {
        var settings = new ImportSettings(
                Optional.of("from-elsewhere"),
                "server-room",
                "server-room",
                List.of(),
                List.of(),
                List.of(),
                Fixtures.NOW);
        Imported imported =
                PlaybookImport.of(Fixtures.bytes(Fixtures.playbook("a1 'on_completion':'@e1'", "e1 ")), settings);
        assertThat(codes((Imported.Runbook) imported)).contains("serves", "source", "one-language", "unsigned");
        var source = new Source(
                "from-elsewhere.yaml", ((Imported.Runbook) imported).yaml().getBytes(StandardCharsets.UTF_8));
        Surroundings office = Surroundings.unknown().withServices(Set.of("website"));
        assertThat(Library.check(source, Surroundings.unknown()).runbook()).isPresent();
        assertThat(Library.check(source, office).runbook()).isEmpty();
    }

    @Test
    void everySentenceOfAReportIsThereInBothLanguages() {
        Imported.Runbook runbook =
                runbook(Fixtures.playbook("c1 'playbook_id':'playbook--x','on_completion':'@e1'", "e1 "));
        assertThat(ImportReport.text(runbook, "f.json", "f.yaml", "zh-Hant"))
                .contains("步驟對照", "呼叫另一份 playbook playbook--x");
        assertThat(ImportReport.text(runbook, "f.json", "f.yaml", "en"))
                .contains("What became of each step", "runs another playbook, playbook--x");
    }

    private static List<Step> steps(String... written) {
        return imported(Fixtures.playbook(written)).steps();
    }

    private static Runbook imported(String playbook) {
        return loaded(runbook(playbook));
    }

    static Imported.Runbook runbook(String playbook) {
        Imported imported = PlaybookImport.of(Fixtures.bytes(playbook), Fixtures.settings());
        assertThat(imported)
                .as(() -> ImportReport.text(imported, "test", "", "en"))
                .isInstanceOf(Imported.Runbook.class);
        return (Imported.Runbook) imported;
    }

    static Runbook loaded(Imported.Runbook runbook) {
        var source = new Source(runbook.key() + ".yaml", runbook.yaml().getBytes(StandardCharsets.UTF_8));
        return Library.check(source, Surroundings.unknown()).runbook().orElseThrow();
    }

    private static List<String> codes(Imported imported) {
        return imported.remarks().stream().map(Remark::code).toList();
    }

    private static String shape(List<? extends Step> steps) {
        return steps.stream()
                .map(step -> step.name() + (step.inner().isEmpty() ? "" : shape(step.inner())))
                .collect(Collectors.joining(" ", "[", "]"));
    }
}
