package tw.xuhang.runbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Runbooks that run others, checked together. */
class ChildrenTest {

    private final List<Source> files = new ArrayList<>();

    private void file(String key, String step) {
        files.add(new Source(key + ".yaml", Sample.childText(key, step).getBytes(StandardCharsets.UTF_8)));
    }

    private void runs(String key, String run) {
        file(key, "runbook: below, timeout: 1h, run: " + run);
    }

    private Library library() {
        return Library.of(files, Sample.AROUND.withRunbooks(java.util.Map.of()));
    }

    private Library together() {
        return Library.of(files, Surroundings.unknown());
    }

    private List<String> errors() {
        return together().findings().stream()
                .filter(finding -> finding.level() == Level.ERROR)
                .map(Finding::toString)
                .toList();
    }

    @Test
    void aRunbookOfTheSameLibraryIsRun() {
        runs("a", "b, with: { line: $line, note: x }");
        file("b", "wait: pause, for: 2s");

        assertThat(errors()).isEmpty();
        assertThat(together().runbooks()).containsOnlyKeys("a", "b");
    }

    @Test
    void aCircleIsShownAtEachOfItsRunbooksWithItsWayRound() {
        runs("a", "b");
        runs("b", "c");
        runs("c", "a");

        assertThat(errors())
                .hasSize(3)
                .anySatisfy(error ->
                        assertThat(error).isEqualTo("a.yaml:15:75: error: 'a' runs itself: a → b → c → a [RB-C45]"))
                .anySatisfy(error -> assertThat(error).contains("b → c → a → b"))
                .anySatisfy(error -> assertThat(error).contains("c → a → b → c"));
        assertThat(together().runbooks()).isEmpty();
    }

    @Test
    void fourLevelsAreTheMostAndTheFirstOfFiveIsRefused() {
        runs("a", "b");
        runs("b", "c");
        runs("c", "d");
        file("d", "wait: pause, for: 2s");
        assertThat(errors()).isEmpty();

        files.removeLast();
        runs("d", "e");
        file("e", "wait: pause, for: 2s");
        assertThat(errors()).singleElement().asString().contains("a.yaml:", "a → b → c → d → e", "[RB-C46]");
        assertThat(together().runbooks()).containsOnlyKeys("b", "c", "d", "e");
    }

    @Test
    void whoeverRunsARunbookThatIsRefusedIsRefused() {
        runs("a", "b");
        runs("b", "c");
        file("c", "wait: pause, until: tomorrow");

        assertThat(together().runbooks()).isEmpty();
        assertThat(errors())
                .anySatisfy(error -> assertThat(error).contains("b.yaml", "[RB-C43]"))
                .anySatisfy(error -> assertThat(error).contains("a.yaml", "runbook 'b' has errors", "[RB-C43]"));
    }

    @Test
    void linesAndVendorsAreHandedOnAsWhatTheyAre() {
        runs("a", "b, with: { line: $carrier, carrier: $line, note: $line }");
        file("b", "wait: pause, for: 2s");

        assertThat(errors())
                .hasSize(2)
                .allSatisfy(error -> assertThat(error).endsWith("[RB-C03]"))
                .anySatisfy(error ->
                        assertThat(error).contains("'$carrier' is of type vendor; 'line' takes the name of an uplink"));
    }

    @Test
    void aLineThatTheOfficeLacksIsFoundWhereItIsHandedOn() {
        runs("a", "b, with: { line: nowhere, carrier: line-lessor }");
        file("b", "wait: pause, for: 2s");

        Surroundings office = Sample.AROUND.withRunbooks(together().runbooks());
        assertThat(Library.of(files, office).findings())
                .extracting(Finding::rule)
                .contains(Rule.UNKNOWN_UPLINK)
                .doesNotContain(Rule.UNKNOWN_VENDOR);
    }

    @Test
    void aFileThatIsCheckedAloneIsNotHeldAgainstALibrary() {
        runs("a", "b, with: { nothing: x }");
        assertThat(Library.check(files.getFirst(), Surroundings.unknown()).findings())
                .isEmpty();
        assertThat(library().runbooks()).isEmpty();

        files.clear();
        runs("a", "a");
        assertThat(Library.check(files.getFirst(), Surroundings.unknown()).findings())
                .extracting(Finding::rule)
                .containsExactly(Rule.RUNS_ITSELF);
    }

    @Test
    void theStepHoldsNoResourceSoThatItsChildCanHaveIt() {
        runs("a", "b, resource: uplink/main");
        assertThat(errors()).anySatisfy(error -> assertThat(error).contains("unknown key 'resource'"));
    }

    @Test
    void onPaperTheTickListOfTheOtherRunbookIsNamed() {
        runs("a", "b, with: { note: x }");
        file("b", "wait: pause, for: 2s");

        var runbook = together().find("a").orElseThrow();
        assertThat(TickList.html(runbook, "zh-TW")).contains("執行手冊 b，結束後才繼續", "參數 note = x", "依該手冊的檢核表辦理");
        assertThat(TickList.html(runbook, "en")).contains("runs b to its end");
    }
}
