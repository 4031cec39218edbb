package tw.xuhang.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tw.xuhang.command.Exit;

/** Measures this build on this machine. One JSON line for each benchmark on standard output. */
@Command(
        name = "bench",
        description = "效能量測；每項一行 JSON。Measure this build on this machine; one JSON line for each benchmark.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "steps     持久步驟／秒 durable steps per second, against plain JDBC and raw commits",
            "signal    訊號到第一步 signal to first step",
            "failover  切換 what the service adds to a failover (root: the network lab)",
            "start     啟動與記憶體 start, stop and memory",
            "",
            "0 ok · 1 failed · 4 not as root · 10 a bar is missed"
        })
public final class Bench implements Callable<Integer> {

    /** What can be measured. Small letters, as they are typed. */
    enum Benchmark {
        steps,
        signal,
        failover,
        start
    }

    private final InstantSource clock = InstantSource.system();

    @Option(names = "--only", split = ",", description = "${COMPLETION-CANDIDATES}; default: all")
    private List<Benchmark> only = new ArrayList<>();

    @Option(
            names = "--quick",
            description = "只確認能跑，不與標準比較。Short rounds, to see that it works; nothing is judged by them")
    private boolean quick;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        List<Benchmark> chosen = only.isEmpty() ? List.of(Benchmark.values()) : only;
        int code = Exit.OK;
        for (Benchmark benchmark : chosen) {
            try {
                Result result = measure(benchmark);
                spec.commandLine().getOut().println(result.line(!quick));
                spec.commandLine().getOut().flush();
                code = Math.max(code, judge(result));
            } catch (IOException | IllegalStateException e) {
                spec.commandLine().getErr().println(benchmark + ": 未能量測 could not be measured: " + e.getMessage());
                return Exit.ERROR;
            }
        }
        return code;
    }

    /** What was asked for by name and could not be done is no success; among all of them it is passed over. */
    private int judge(Result result) {
        if (result.wasSkipped()) {
            return only.isEmpty() ? Exit.OK : Exit.NOT_ALLOWED;
        }
        return quick || result.meetsEveryBar() ? Exit.OK : Exit.WARNINGS;
    }

    private Result measure(Benchmark benchmark) throws IOException, InterruptedException {
        return switch (benchmark) {
            case steps -> (quick ? new StepsBench(clock, 100, 1) : new StepsBench(clock, 1000, 3)).run();
            case signal -> (quick ? new SignalBench(clock, 5, 20) : new SignalBench(clock, 100, 400)).run();
            case failover -> new FailoverBench(quick ? 1 : 3).run();
            case start ->
                (quick ? new StartBench(1, Duration.ofSeconds(2)) : new StartBench(3, Duration.ofSeconds(30))).run();
        };
    }
}
