package tw.xuhang.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.xuhang.bench.store.Counters;
import tw.xuhang.bench.store.Reference;
import tw.xuhang.database.Pools;

/**
 * Durable steps per second, against a loop of single-row commits and against plain JDBC with one commit for each
 * step. The three take turns on the same pool of the same database; figures are medians of rounds.
 */
final class StepsBench {

    private static final int STEPS = 10;
    private static final int AT_ONCE = 16;

    private final InstantSource clock;
    private final int runs;
    private final int rounds;

    /** @param runs of ten steps each, in one round of each contestant */
    StepsBench(InstantSource clock, int runs, int rounds) {
        this.clock = clock;
        this.runs = runs;
        this.rounds = rounds;
    }

    private record Round(double perSecond, Counters asked, Duration cpu) {}

    /** Work that is so many steps when done once. */
    private record Contestant(Runnable work, int steps) {}

    Result run() throws IOException, InterruptedException {
        try (Rig rig = Rig.assembled(Rig.folder(), Map.of(), clock)) {
            Reference reference = rig.reference(clock);
            var engine = new EngineRuns(rig, STEPS, clock);
            var contestants = List.of(
                    new Contestant(reference::commitOneRow, 1),
                    new Contestant(() -> reference.run(STEPS), STEPS),
                    new Contestant(engine::one, STEPS));
            Pools pools = rig.part(Pools.class);
            for (Contestant contestant : contestants) {
                round(contestant, AT_ONCE, pools);
            }
            List<List<Round>> measured = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            for (int i = 0; i < rounds; i++) {
                for (int c = 0; c < contestants.size(); c++) {
                    measured.get(c).add(round(contestants.get(c), AT_ONCE, pools));
                }
            }
            Round alone = round(contestants.getLast(), 1, pools);
            return result(measured, alone);
        }
    }

    private Round round(Contestant contestant, int atOnce, Pools pools) throws InterruptedException {
        int steps = atOnce == 1 ? runs * STEPS / AT_ONCE : runs * STEPS;
        int times = Math.max(1, steps / contestant.steps());
        Counters before = Counters.read(pools);
        Duration cpu = cpu();
        double seconds = Pace.seconds(times, atOnce, contestant.work());
        Duration used = cpu().minus(cpu);
        return new Round(
                times * contestant.steps() / seconds, Counters.read(pools).since(before), used);
    }

    /** Of this process and of the database, which is its descendant. */
    private static Duration cpu() {
        long own = ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean os
                ? os.getProcessCpuTime()
                : 0;
        return ProcessHandle.current()
                .descendants()
                .map(process -> process.info().totalCpuDuration().orElse(Duration.ZERO))
                .reduce(Duration.ofNanos(own), Duration::plus);
    }

    private Result result(List<List<Round>> measured, Round alone) {
        double steps = runs * STEPS;
        double raw = median(measured.get(0));
        double floor = median(measured.get(1));
        double engine = median(measured.get(2));
        Round last = measured.get(2).getLast();
        Round floorLast = measured.get(1).getLast();
        return new Result("steps")
                .with("atOnce", AT_ONCE)
                .with("steps", steps)
                .with("rounds", rounds)
                .with("commitsPerSecond", raw)
                .with("plainJdbcStepsPerSecond", floor)
                .with("stepsPerSecond", engine)
                .with("stepsPerSecondOneAtATime", alone.perSecond())
                .with("ratioToCommits", engine / raw)
                .atLeast("ratioToPlainJdbc", engine / floor, 0.4, 0.8)
                .atMost("commitsPerStep", last.asked().commits() / steps, 1.2, 1.1)
                .atMost("statementsPerStep", last.asked().questions() / steps, 8, 6)
                .atMost("cpuMsPerStep", last.cpu().toNanos() / 1e6 / steps, 1.5, 0.9)
                .with("plainJdbcCommitsPerStep", floorLast.asked().commits() / steps)
                .with("plainJdbcStatementsPerStep", floorLast.asked().questions() / steps);
    }

    private static double median(List<Round> rounds) {
        return Samples.of(rounds.stream().map(Round::perSecond).toList()).median();
    }
}
