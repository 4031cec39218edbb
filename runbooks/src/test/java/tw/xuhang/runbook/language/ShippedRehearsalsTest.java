package tw.xuhang.runbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tw.xuhang.runbook.OnFailure;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.rehearsal.Change;
import tw.xuhang.runbook.rehearsal.Seen;

/** Every shipped runbook is rehearsed: the way it should go, and each way out that it has. */
class ShippedRehearsalsTest {

    private static final Path FOLDER = Path.of("library/rehearsals");

    private final Library library = Library.shipped(Surroundings.unknown());

    @TestFactory
    Stream<DynamicTest> everyShippedRehearsalComesOutAsExpected() {
        return Rehearsals.shipped().stream()
                .map(file -> DynamicTest.dynamicTest(
                        file.name(),
                        () -> assertThat(play(file).findings()).as(file.name()).isEmpty()));
    }

    @TestFactory
    Stream<DynamicTest> everyShippedRunbookIsRehearsed() {
        return library.runbooks().values().stream()
                .map(runbook -> DynamicTest.dynamicTest(runbook.key(), () -> isRehearsed(runbook)));
    }

    @Test
    void theIndexListsWhatIsInTheDirectory() throws IOException {
        try (Stream<Path> listed = Files.list(FOLDER)) {
            List<String> files = listed.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.substring(0, name.length() - ".yaml".length()))
                    .sorted()
                    .toList();
            assertThat(Files.readAllLines(FOLDER.resolve("index"))).containsExactlyElementsOf(files);
        }
    }

    private void isRehearsed(Runbook runbook) {
        List<RehearsalReport> reports = Rehearsals.shipped().stream()
                .map(this::play)
                .filter(report -> report.rehearsal().orElseThrow().runbook().equals(runbook.key()))
                .toList();
        assertThat(reports).as("rehearsals of " + runbook.key()).isNotEmpty();
        assertThat(reports)
                .as("one that goes well")
                .anyMatch(report -> report.performance().orElseThrow().outcome().equals("succeeded"));
        Set<String> standDown = runbook.standDown().stream().map(Step::name).collect(Collectors.toSet());
        assertThat(names(runbook, step -> !standDown.contains(step.name())))
                .as("steps that are done in some rehearsal")
                .isSubsetOf(steps(reports, Change.DONE));
        assertThat(names(
                        runbook,
                        step -> step.frame().onFailure() instanceof OnFailure.Ask && !standDown.contains(step.name())))
                .as("steps whose failure is put to a person in some rehearsal")
                .isSubsetOf(steps(reports, Change.ASKS));
        assertThat(names(runbook, step -> step.frame().onFailure() instanceof OnFailure.End))
                .as("gates that end the run in some rehearsal")
                .isSubsetOf(steps(reports, Change.FAILED));
    }

    private RehearsalReport play(Source file) {
        return Rehearsals.play(file, library::find);
    }

    private static Set<String> names(Runbook runbook, Predicate<Step> wanted) {
        return runbook.everyStep().stream()
                .filter(step -> step.inner().isEmpty())
                .filter(wanted)
                .map(Step::name)
                .collect(Collectors.toSet());
    }

    private static Set<String> steps(Collection<RehearsalReport> reports, Change change) {
        return reports.stream()
                .flatMap(report -> report.performance().orElseThrow().seen().stream())
                .filter(seen -> seen.change() == change)
                .map(Seen::step)
                .collect(Collectors.toSet());
    }
}
