package tw.xuhang.runbook.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Trigger;

class ShippedLibraryTest {

    private final Library library = Library.shipped(Surroundings.unknown());

    @Test
    void theShippedRunbooksHaveNoFindings() {
        assertThat(library.findings()).isEmpty();
        assertThat(library.runbooks()).containsOnlyKeys("backbone-outage", "backbone-return", "service-outage");
    }

    @Test
    void theIndexListsWhatIsInTheDirectory() throws IOException {
        List<String> index = Files.readAllLines(Path.of("library/index"));
        Library directory = Library.directory(Path.of("library"), Surroundings.unknown());
        assertThat(index).containsExactlyElementsOf(directory.runbooks().keySet());
    }

    @Test
    void theOutageStartsWhenABackboneLineIsDown() {
        assertThat(outage().triggers())
                .containsExactly(new Trigger("link.down", Map.of("role", "backbone"), Trigger.Boldness.ACT));
    }

    @Test
    void consentHoldsUpNothingOfTheOutage() {
        Step.Parallel response = (Step.Parallel) outage().steps().getLast();
        assertThat(response.inner()).anyMatch(step -> step instanceof Step.Consent);
        assertThat(response.inner().getFirst().inner()).noneMatch(step -> step instanceof Step.Consent);
    }

    /** A work order that cannot leave the house stays open until it does: nothing may stand after it. */
    @Test
    void theLookAtTheServicesWaitsForTheSwitchOnly() {
        Step.Parallel response = (Step.Parallel) outage().steps().getLast();
        assertThat(response.inner().getFirst().inner())
                .extracting(Step::name)
                .containsExactly("switch-route", "service-back");
    }

    @Test
    void aRunIsPinnedToTheBytesOfTheFile() {
        Source source = library.source("backbone-outage").orElseThrow();
        assertThat(outage().version()).isEqualTo(source.version()).hasSize(64);
    }

    private Runbook outage() {
        return library.find("backbone-outage").orElseThrow();
    }
}
