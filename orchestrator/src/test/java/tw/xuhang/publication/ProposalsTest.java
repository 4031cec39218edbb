package tw.xuhang.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tw.xuhang.publication.Desk.KEY;
import static tw.xuhang.publication.Desk.text;

import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tw.xuhang.publication.Repertoire.Choice;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.language.Source;

/** Files propose, people publish. */
final class ProposalsTest {

    private static final Source A = text("A");
    private static final Source B = text("B");

    private final Desk desk = new Desk();

    @Test
    void whatIsShippedRunsTonightAndIsNotYetTheOffices() {
        release(A);
        desk.start();
        assertThat(live()).contains(A.version());
        assertThat(desk.history().basis()).contains(Basis.RELEASE);
        desk.trust = Trust.REQUIRED;
        assertThat(live()).isEmpty();
        assertThat(desk.repertoire().find(KEY, Mode.DRILL)).isPresent();
    }

    @Test
    void aNewReleaseBringsItsTextUntilTheOfficeHasPublished() {
        release(A);
        desk.start();
        release(B);
        desk.start();
        assertThat(live()).contains(B.version());
        desk.published(B);
        desk.submit(A, "contact");
        Source next = text("next");
        release(next);
        desk.start();
        assertThat(live()).contains(B.version());
        assertThat(desk.history().edition(next.version()).map(desk.history()::stage))
                .contains(Stage.DRAFT);
    }

    @Test
    void anOlderReleaseThatIsStartedAgainBringsItsOwnText() {
        release(A);
        desk.start();
        release(B);
        desk.start();
        desk.shipped.clear();
        release(A);
        desk.look();
        assertThat(live()).contains(B.version());
        desk.start();
        assertThat(live()).contains(A.version());
    }

    @Test
    void aFileThatIsNewOrChangedIsADraftAndRunsInDrillsOnly() {
        desk.put(A);
        desk.start();
        assertThat(live()).isEmpty();
        assertThat(desk.repertoire().find(KEY, Mode.SIMULATE)).isPresent();
        assertThat(desk.repertoire().choose(KEY, Mode.LIVE, "")).isEqualTo(new Choice.NotPublished(KEY, A.version()));
        desk.published(A);
        desk.put(B);
        desk.look();
        assertThat(live()).contains(A.version());
        assertThat(desk.repertoire().choose(KEY, Mode.LIVE, B.version()))
                .isEqualTo(new Choice.NotPublished(KEY, B.version()));
        assertThat(desk.repertoire().choose(KEY, Mode.DRILL, B.version())).isInstanceOf(Choice.Taken.class);
    }

    @Test
    void aFileThatIsBrokenOrGoneTakesNothingAwayAtNight() {
        desk.put(A);
        desk.start();
        desk.published(A);
        desk.put(new Source("lamp.yaml", "runbook: lamp\n  broken".getBytes(StandardCharsets.UTF_8)));
        desk.start();
        assertThat(live()).contains(A.version());
        desk.folder.clear();
        desk.start();
        assertThat(live()).contains(A.version());
        desk.unreadable = true;
        assertThat(desk.start().trouble()).contains("the folder is gone");
        assertThat(live()).contains(A.version());
    }

    @Test
    void aFirstStartThatCannotReadItsRunbooksSaysSo() {
        desk.unreadable = true;
        assertThatThrownBy(desk::start).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void aFileThatGoesBackToWhatIsInForceNeedsNothing() {
        desk.put(A);
        desk.start();
        desk.published(A);
        desk.put(B);
        desk.look();
        int written = desk.history().facts().size();
        desk.put(A);
        desk.look();
        desk.start();
        assertThat(live()).contains(A.version());
        assertThat(desk.history().facts()).hasSize(written);
    }

    @Test
    void aFileThatGoesBackToASupersededTextChangesNothingByItself() {
        desk.put(A);
        desk.start();
        desk.published(A);
        desk.put(B);
        desk.look();
        desk.published(B);
        desk.put(A);
        desk.start();
        assertThat(live()).contains(B.version());
    }

    @Test
    void whatWasAtWorkBeforeVersionsWerePublishedStaysAtWork() {
        desk.put(A);
        desk.earlier.add(A.version());
        desk.start();
        assertThat(live()).contains(A.version());
        assertThat(desk.history().basis()).contains(Basis.EARLIER);
        desk.put(B);
        desk.earlier.add(B.version());
        desk.look();
        assertThat(live()).contains(A.version());
    }

    @Test
    void aTrustedFolderCountsAsItIsAndOnlyWhileItIsTrusted() {
        desk.trust = Trust.FOLDER;
        desk.put(A);
        desk.start();
        desk.put(B);
        desk.look();
        assertThat(live()).contains(B.version());
        desk.trust = Trust.RELEASE;
        desk.start();
        assertThat(live()).isEmpty();
    }

    @Test
    void noReleaseAndNoFolderBringsBackWhatTheCisoWithdrew() {
        release(A);
        desk.start();
        desk.act(A, "ciso", new Deed.Withdraw("有誤"));
        desk.start();
        desk.trust = Trust.FOLDER;
        desk.start();
        assertThat(live()).isEmpty();
    }

    @Test
    void aVersionThatWasInForceOnceIsRunAgainByName() {
        desk.put(A);
        desk.start();
        desk.published(A);
        desk.put(B);
        desk.look();
        desk.published(B);
        assertThat(desk.repertoire().choose(KEY, Mode.LIVE, A.version())).isInstanceOf(Choice.Taken.class);
        assertThat(desk.repertoire().choose(KEY, Mode.LIVE, "0".repeat(64)))
                .isEqualTo(new Choice.UnknownVersion(KEY, "0".repeat(64)));
        assertThat(desk.repertoire().choose("none", Mode.LIVE, "")).isEqualTo(new Choice.UnknownRunbook("none"));
    }

    private void release(Source file) {
        desk.shipped.add(file.version());
        desk.put(file);
    }

    private Optional<String> live() {
        return desk.repertoire().all(Mode.LIVE).stream().map(Runbook::version).findFirst();
    }
}
