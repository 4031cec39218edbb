package tw.xuhang.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tw.xuhang.demo.Ensemble;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.store.Loaded;
import tw.xuhang.directory.store.OfficeFolder;

/**
 * The service is killed, once per test, at a moment that matters, and started again. Then the run must end as
 * one that was never disturbed: the same course in the journal, each playbook's work done once, each letter
 * there under one Message-ID, nothing left over.
 */
@Tag("slow")
@TestInstance(Lifecycle.PER_CLASS)
final class ServiceKilledTest {

    private Path folder = Path.of("");
    private Path template = Path.of("");
    private final Ensemble ensemble = Ensemble.of(office());
    private List<String> course = List.of();

    @BeforeAll
    void rehearse(@TempDir Path shared) throws Exception {
        assumeTrue(
                Stream.of("ansible-runner", "flock").allMatch(tool -> Files.isExecutable(Path.of("/usr/bin", tool))),
                "ansible-runner or flock is not installed");
        folder = shared;
        template = madeTemplate();
        try (Night night = night("undisturbed", Moment.NEVER)) {
            night.untilTheEnd();
            WrittenDown record = night.writtenDown();
            course = record.course();
            assertThat(record.facts()).as("nothing was tried twice").noneMatch(fact -> fact.startsWith("run.retry"));
            check(night);
        }
        assertThat(course).contains("run.step-ended tell-the-team", "run.ended");
    }

    /** During a playbook, between steps, during dispatch and during consent. */
    static Stream<Moment> moments() {
        return Stream.of(
                Moment.outside("playbook half done", night -> done(night).equals(List.of("switch begins")))
                        .whileHeld(),
                Moment.inside("after run.step-ended switch-route"),
                Moment.inside("before dispatch.sent"),
                Moment.outside(
                        "consent awaited", night -> night.awaits("decide") && night.hasMail("ciso@office.test")));
    }

    /** Each commit kind from both sides, and the launch. */
    static Stream<Moment> furtherMoments() {
        return Stream.of(
                Moment.inside("before incident.opened"),
                Moment.inside("after incident.opened"),
                Moment.inside("after run.step-started switch-route"),
                Moment.outside("playbook launched", ServiceKilledTest::launched),
                Moment.inside("before run.step-ended switch-route"),
                Moment.inside("after dispatch.sending"),
                Moment.inside("before consent.granted"),
                Moment.inside("after consent.granted"),
                Moment.inside("after consent.declared"),
                Moment.inside("before run.step-ended tell-the-team"),
                Moment.inside("before run.ended"));
    }

    @ParameterizedTest
    @MethodSource("moments")
    void theIncidentGoesOnAsIfNothingHadHappened(Moment moment) throws Exception {
        try (Night night = night(moment.name().replace(' ', '-'), moment)) {
            if (moment.held()) {
                night.site().hold();
            }
            night.untilKilled(moment);
            assertThat(night.status()).isEqualTo(ServiceProcess.KILLED);

            night.startAgain(Moment.NEVER);
            night.site().letGo();
            night.untilTheEnd();

            check(night);
        }
    }

    /** Six minutes more, so only with {@code ./xuhang test --all}. */
    @Tag("long")
    @ParameterizedTest
    @MethodSource("furtherMoments")
    void itGoesOnAlsoFromTheMomentsBetween(Moment moment) throws Exception {
        theIncidentGoesOnAsIfNothingHadHappened(moment);
    }

    private void check(Night night) throws Exception {
        assertThat(night.done()).containsExactly("switch begins", "switch ends", "stand-in begins", "stand-in ends");
        Map<String, Set<String>> arrived = night.letters();
        assertThat(arrived.keySet().stream().filter(ServiceKilledTest::isSentByStep))
                .extracting(letter -> letter.substring(0, letter.indexOf(' ')))
                .containsExactlyInAnyOrder("faults@lessor.test", "leader@office.test", "server-room@office.test");
        assertThat(arrived.values())
                .as("letters and their Message-IDs: " + arrived)
                .allMatch(ids -> ids.size() == 1);
        assertThat(night.ended().path("ending").asText()).isEqualTo("succeeded");
        WrittenDown record = night.writtenDown();
        assertThat(record.verdict().isWhole()).as(record.findings()).isTrue();
        assertThat(record.runs()).isEqualTo(1);
        assertThat(record.course()).as("facts: " + record.facts()).isEqualTo(course);
        assertThat(record.leftovers()).isZero();
        assertThat(record.undisposed()).isZero();
    }

    /** The others remind people, and only where they did not act first. */
    private static boolean isSentByStep(String letter) {
        return letter.contains("障礙派工") || letter.contains("通報應變小組");
    }

    private static Directory office() {
        try {
            return ((Loaded.Read) OfficeFolder.sample(Map.of("lab", "none"))).directory();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Set up once, because the first start takes longest: database, tables, accounts. */
    private Path madeTemplate() throws Exception {
        Site site = Site.at(folder.resolve("template"));
        ensemble.write(site.accounts());
        try (ServiceProcess service = ServiceProcess.start(
                site.home(),
                site.port(),
                site.settings(25, Moment.NEVER),
                site.folder().resolve("service.log"))) {
            service.awaitReady();
            service.stop();
        }
        return site.home();
    }

    private Night night(String name, Moment moment) throws Exception {
        Site site = Site.at(folder.resolve(name));
        int copied = new ProcessBuilder(
                        "cp", "-a", template.toString(), site.home().toString())
                .start()
                .waitFor();
        assertThat(copied).isZero();
        return Night.begin(site, ensemble.shift(URI.create("http://127.0.0.1:" + site.port())), moment);
    }

    private static boolean launched(Night night) {
        try {
            return night.site().launched();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> done(Night night) {
        try {
            return night.done();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
