package tw.xuhang.soak;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code ./xuhang soak} runs {@link #killedAtRandomNothingIsViolated} alone, with more kills. */
@Tag("slow")
class SoakTest {

    private static final int KILLS = Integer.getInteger("soak.kills", 15);
    private static final long SEED = Long.getLong("soak.seed", 20_261_123);
    private static final int AT_ONCE = 16;

    @Test
    void killedAtRandomNothingIsViolated() throws Exception {
        var outcome = soak(new Soak.Plan(KILLS, SEED, AT_ONCE, true, Plant.NONE));
        assertThat(outcome.wrong()).as("violations, seed " + SEED).isEmpty();
    }

    /** Delays, cuts and half-closed connections between the node and its database, and a death now and then. */
    @Test
    void aBadLineToTheDatabaseViolatesNothing() throws Exception {
        var outcome = soak(new Soak.Plan(4, SEED, AT_ONCE, true, Plant.NONE, true));
        assertThat(outcome.wrong()).as("violations, seed " + SEED).isEmpty();
    }

    /** The soak finds what it is there to find: work that begins before its start is written down. */
    @Test
    void workBeforeItsCommitIsFound() throws Exception {
        var outcome = soak(new Soak.Plan(2, SEED, AT_ONCE, false, Plant.EFFECT_FIRST));
        assertThat(outcome.wrong()).anyMatch(wrong -> wrong.startsWith("done before its start was committed"));
    }

    /** Recovery that does not take the claim, and an end that takes nothing back. */
    @Tag("long")
    @ParameterizedTest
    @EnumSource(names = {"NO_CLAIM", "LEFT_OPEN"})
    void whatIsPlantedIsFound(Plant plant) throws Exception {
        assertThat(soak(new Soak.Plan(40, SEED, AT_ONCE, false, plant)).wrong()).isNotEmpty();
    }

    private static Soak.Outcome soak(Soak.Plan plan) throws Exception {
        long begun = System.nanoTime();
        var outcome = new Soak(plan, told -> System.out.println("soak: " + told)).run(Soak.folder("shore-"));
        System.out.printf(
                "soak: %s · seed %d · %d kills · %d freezes · %s · %d s · %d violations%n",
                plan.plant(),
                plan.seed(),
                outcome.kills(),
                outcome.frozen(),
                outcome.measure(),
                (System.nanoTime() - begun) / 1_000_000_000,
                outcome.wrong().size());
        outcome.wrong().stream().limit(50).forEach(wrong -> System.out.println("soak: " + wrong));
        return outcome;
    }
}
