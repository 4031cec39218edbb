package tw.xuhang.runbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;

/** A loop stands for its steps, written out for each item. */
class UnrollingTest {

    private static final String HEAD = """
            runbook: sample
            title: { zh-TW: 樣本, en: Sample }
            source: [P-16]
            owner: server-room
            serves: { services: [official-documents, website] }
            parameters:
              line: { type: uplink, default: main }
            steps:
            """;

    private static final String LOOP = HEAD + """
              - for each: again
                title: { zh-TW: 重啟, en: Again }
                item: service
                over: services served
                steps:
                  - ansible: restart
                    title: { zh-TW: 重啟 $service, en: Restart $service }
                    playbook: restart.yml
                    with: { service: $service, over: $line, task: $service_room }
                    idempotent: true
                    timeout: 5m
                    on failure: continue
                  - task: look
                    title: { zh-TW: 查看, en: Look }
                    when: steps.restart.outcome == "failed" && services.$service.down
                    who: server-room
                    timeout: 30m
            """;

    @Test
    void everyItemHasItsStepsUnderNamesOfTheirOwn() {
        Runbook runbook = read(LOOP);
        assertThat(runbook.everyStep())
                .extracting(Step::name)
                .containsExactly(
                        "again",
                        "again-official-documents",
                        "restart-official-documents",
                        "look-official-documents",
                        "again-website",
                        "restart-website",
                        "look-website");
        assertThat(runbook.steps()).singleElement().isInstanceOf(Step.Sequence.class);
        assertThat(named(runbook, "again-website").frame().title()).isEqualTo(new Text("重啟：website", "Again: website"));
    }

    @Test
    void theItemStandsWhereItsNameStood() {
        var restart = (Step.Ansible) named(read(LOOP), "restart-website");
        assertThat(restart.frame().title().en()).isEqualTo("Restart website");
        // A longer name that begins with the item's is another name, and what an author calls a value is no step.
        assertThat(restart.with()).isEqualTo(Map.of("service", "website", "over", "$line", "task", "$service_room"));
    }

    @Test
    void aConditionIsAboutTheStepsOfTheSameItem() {
        assertThat(named(read(LOOP), "look-official-documents").frame().when())
                .contains("steps.restart_official_documents.outcome == \"failed\" && services.official_documents.down");
    }

    @Test
    void whatIsDoneSideBySideIsParallel() {
        Runbook runbook = read(LOOP.replace("    over: services served\n", "    items: [a, b]\n    together: true\n"));
        assertThat(runbook.steps()).singleElement().isInstanceOf(Step.Parallel.class);
    }

    @Test
    void aLoopOfOneStepHoldsThatStepForEachItem() {
        Runbook runbook = read(HEAD + """
                  - for each: calls
                    item: vendor
                    items: [line-lessor, network-maintainer]
                    steps:
                      - dispatch: call
                        title: { zh-TW: 通知, en: Call }
                        to: $vendor
                        severity: major
                        ask: { zh-TW: 請 $vendor 到場, en: Please come }
                        acknowledge within: 30m
                """);
        assertThat(runbook.steps().getFirst().inner())
                .extracting(step -> ((Step.Dispatch) step).to())
                .containsExactly("line-lessor", "network-maintainer");
    }

    @Test
    void aWaitIsForTheOrderOfTheSameItemAndAWaitForAnotherIsLeftAlone() {
        Runbook runbook = read(HEAD + """
                  - for each: calls
                    item: vendor
                    items: [line-lessor, network-maintainer]
                    steps:
                      - dispatch: call
                        title: { zh-TW: 通知, en: Call }
                        to: $vendor
                        severity: major
                        ask: { zh-TW: 請到場, en: Please come }
                        acknowledge within: 30m
                      - wait: until-they-come
                        title: { zh-TW: 等候, en: Wait }
                        until: call acknowledged
                        timeout: 4h
                      - wait: until-steady
                        title: { zh-TW: 等候, en: Wait }
                        until: signal link.steady
                        timeout: 4h
                """);
        assertThat(((Step.Wait) named(runbook, "until-they-come-line-lessor")).until())
                .isEqualTo(new Step.Wait.Until.VendorSays("call-line-lessor", Step.Dispatch.Answer.ACKNOWLEDGED));
        assertThat(((Step.Wait) named(runbook, "until-steady-line-lessor")).until())
                .isEqualTo(new Step.Wait.Until.SignalSeen("link.steady"));
    }

    @Test
    void loopsInLoopsAreWrittenOutToo() {
        Runbook runbook = read(HEAD + nested("a, b", "x, y"));
        assertThat(runbook.everyStep())
                .extracting(Step::name)
                .contains("outer", "inner-a", "rest-a-x", "rest-b-y")
                .doesNotHaveDuplicates();
    }

    @Test
    void moreThanAnybodyFollowsIsRefusedAndNeverMade() {
        String twenty = String.join(
                ", ", Stream.iterate(1, n -> n + 1).limit(20).map(n -> "i" + n).toList());
        assertThat(refused(HEAD + nested(twenty, twenty)))
                .contains("more than 200 steps")
                .contains("[RB-C48]");
        assertThat(refused(HEAD + deep(8, twenty))).contains("[RB-C48]");
    }

    @Test
    void whatIsWrongInALoopIsSaidOnceAtItsPlace() {
        String text = LOOP.replace("who: server-room", "who: nobody-at-all");
        var read = (Reading.Read) RunbookReader.read(bytes(text), "sample.yaml");
        assertThat(Checker.check(read, "sample.yaml", Surroundings.unknown()))
                .filteredOn(finding -> finding.rule() == Rule.UNKNOWN_ROLE)
                .singleElement()
                .satisfies(finding -> assertThat(text.lines().toList().get(finding.line() - 1))
                        .contains("nobody-at-all"));
    }

    @Test
    void aLoopThatIsRightHasNoFinding() {
        String loop = LOOP.replace("task: $service_room", "task: $line");
        for (String text : new String[] {loop, loop.replace("over: services", "together: true\n    over: services")}) {
            var read = (Reading.Read) RunbookReader.read(bytes(text), "sample.yaml");
            assertThat(Checker.check(read, "sample.yaml", Surroundings.unknown()))
                    .filteredOn(finding -> finding.level() == Level.ERROR)
                    .isEmpty();
        }
    }

    @Test
    void aLoopNeedsItemsOrServicesAndNotBoth() {
        assertThat(refused(LOOP.replace("    over: services served\n", ""))).contains("[RB-K07]");
        assertThat(refused(LOOP.replace("    over: services served\n", "    over: services served\n    items: [a]\n")))
                .contains("[RB-K07]");
    }

    private static String nested(String outer, String inner) {
        return """
                  - for each: outer
                    item: one
                    items: [%s]
                    steps:
                      - for each: inner
                        item: two
                        items: [%s]
                        steps:
                          - { wait: rest, title: { zh-TW: 等, en: Wait }, for: 2s }
                """.formatted(outer, inner);
    }

    private static String deep(int levels, String items) {
        var text = new StringBuilder();
        String indent = "  ";
        for (int i = 0; i < levels; i++) {
            text.append(indent).append("- for each: l").append(i).append('\n');
            text.append(indent).append("  item: v").append(i).append('\n');
            text.append(indent).append("  items: [").append(items).append("]\n");
            text.append(indent).append("  steps:\n");
            indent += "    ";
        }
        return text + indent + "- { wait: rest, title: { zh-TW: 等, en: Wait }, for: 2s }\n";
    }

    private static Step named(Runbook runbook, String name) {
        return runbook.step(name).orElseThrow();
    }

    private static Runbook read(String text) {
        return switch (RunbookReader.read(bytes(text), "sample.yaml")) {
            case Reading.Read read -> read.runbook();
            case Reading.Refused refused -> throw new AssertionError(refused.findings());
        };
    }

    private static String refused(String text) {
        Reading reading = RunbookReader.read(bytes(text), "sample.yaml");
        assertThat(reading).isInstanceOf(Reading.Refused.class);
        return ((Reading.Refused) reading).findings().toString();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
