package tw.xuhang.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the service adds to a failover: in one lab the line is cut and the playbook run by hand at once, in another
 * the line is cut and the service has to notice, decide and run the same playbook. Both are seen by a pinger at
 * the counter every 100 ms.
 */
final class FailoverBench {

    private static final String NAME = "failover";
    private static final Duration LONGEST = Duration.ofMinutes(6);
    private static final double MS = 1000;

    private final int times;

    FailoverBench(int times) {
        this.times = times;
    }

    Result run() throws IOException, InterruptedException {
        if ((int) Files.getAttribute(Path.of("/proc/self"), "unix:uid") != 0) {
            return Result.skipped(NAME, "the lab's networks need root; as an ordinary user run it in docker/lab/enter");
        }
        Optional<Path> lab = lab();
        if (lab.isEmpty()) {
            return Result.skipped(NAME, "docker/lab is not here; run it from an unpacked release or a clone");
        }
        List<Double> byHand = new ArrayList<>();
        List<Double> noticed = new ArrayList<>();
        List<Double> outage = new ArrayList<>();
        List<Double> switched = new ArrayList<>();
        Path folder = Rig.folder();
        for (int i = 0; i < times; i++) {
            JsonNode hand = json(folder.resolve("hand.log"), List.of(lab.get().toString(), "plain"));
            byHand.add(hand.get("outageSeconds").asDouble());
            JsonNode service = json(folder.resolve("service.log"), Child.xuhang(List.of(), List.of("demo", "--exit")));
            double first = service.get("firstStepAfterMs").asDouble() / MS;
            noticed.add(first);
            outage.add(service.get("outageSeconds").asDouble());
            switched.add(service.get("outageSeconds").asDouble() - first);
        }
        Rig.remove(folder);
        return new Result(NAME)
                .with("times", times)
                .with("outageSeconds", Samples.of(outage).median())
                .with("cutToFirstStepSeconds", Samples.of(noticed).median())
                .with("firstStepToAnswerSeconds", Samples.of(switched).median())
                .with("byHandSeconds", Samples.of(byHand).median())
                .atMost(
                        "ratioToByHand",
                        Samples.of(switched).median() / Samples.of(byHand).median(),
                        1.1,
                        1);
    }

    private static Optional<Path> lab() {
        Path root = Path.of(System.getProperty("xuhang.root", "."));
        for (Path at = root.toAbsolutePath().normalize(); at != null; at = at.getParent()) {
            Path script = at.resolve("docker/lab/try-failover");
            if (Files.isExecutable(script)) {
                return Optional.of(script);
            }
        }
        return Optional.empty();
    }

    private static JsonNode json(Path log, List<String> command) throws IOException, InterruptedException {
        try (Child child = Child.start(command, Map.of(), log)) {
            return new ObjectMapper().readTree(child.lastLineOfSuccess(LONGEST));
        }
    }
}
