package tw.xuhang.faults.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.testing.TestDatabase;

/**
 * From the first look that a line does not answer to the case that is stood down, interrupted once a night: whatever
 * the moment, the night leaves behind what a quiet one does.
 */
@Tag("slow")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class WholeIncidentTest {

    /** One moment of so many is tried in an ordinary run, the others with {@code ./xuhang test --all}. */
    private static final IntPredicate SAMPLE = n -> n % 6 == 1;

    /** What stays from night to night; every other row is of one. */
    private static final String[] KEPT = {"flyway", "account", "runbook_version", "journal_type"};

    private final TestDatabase database = TestDatabase.migrated();
    private Path home = Path.of("");
    private List<String> moments = List.of();
    private Aftermath quiet;

    @BeforeAll
    void aQuietNight(@TempDir Path shared) throws Exception {
        home = shared;
        // The first start makes accounts and keys, and is no part of a night.
        night(Strike.never());
        Strike never = Strike.never();
        quiet = night(never);
        moments = never.moments();
        assertThat(moments)
                .as("moments of a whole incident: intake, outage, run, dispatch, consent, playbooks, letters")
                .hasSizeGreaterThan(200)
                .contains(
                        "after incident.opened",
                        "before run.step-started",
                        "after failover-route.yml",
                        "before consent.granted",
                        "after consent.declared",
                        "before dispatch.acknowledged");
        assertThat(quiet.played()).containsExactly("failover-route.yml", "failback-route.yml");
        quiet.isAs(quiet);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @TestFactory
    Stream<DynamicTest> aDeathChangesNothing() {
        return struck(Strike.Kind.DEATH, SAMPLE);
    }

    @TestFactory
    Stream<DynamicTest> aCallThatFailsOrOnlySaysSoChangesNothing() {
        return struck(Strike.Kind.LOST, SAMPLE);
    }

    @Tag("long")
    @TestFactory
    Stream<DynamicTest> aDeathAtEveryOtherMomentChangesNothing() {
        return struck(Strike.Kind.DEATH, SAMPLE.negate());
    }

    @Tag("long")
    @TestFactory
    Stream<DynamicTest> aCallThatFailsAtEveryOtherMomentChangesNothing() {
        return struck(Strike.Kind.LOST, SAMPLE.negate());
    }

    private Stream<DynamicTest> struck(Strike.Kind kind, IntPredicate which) {
        return IntStream.rangeClosed(1, moments.size())
                .filter(which)
                .mapToObj(n -> DynamicTest.dynamicTest(
                        "%s %d, %s".formatted(kind, n, moments.get(n - 1)),
                        () -> night(new Strike(kind, n)).isAs(quiet)));
    }

    private Aftermath night(Strike strike) throws Exception {
        database.clear(KEPT);
        forget(home.resolve("checkpoints"));
        try (Night night = new Night(database, home, strike)) {
            night.play();
            return Aftermath.of(night, home);
        }
    }

    /** They are of the night before, whose journal is gone. */
    private static void forget(Path checkpoints) throws IOException {
        if (Files.exists(checkpoints)) {
            try (Stream<Path> files = Files.list(checkpoints)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
