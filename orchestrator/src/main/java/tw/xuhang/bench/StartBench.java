package tw.xuhang.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * From the start of the service's process until it says that it is ready, and what memory it then holds. Cold is
 * a home that never was; the others are the same home again. The Java options are ours, so a cache that the
 * launcher gave to us is used.
 */
final class StartBench {

    private static final Duration LONGEST = Duration.ofMinutes(3);
    private static final double NANOS = 1e9;
    private static final double KIB_PER_MIB = 1024;

    private final int starts;
    private final Duration idle;

    /** @param idle how long the service does nothing before its memory is read */
    StartBench(int starts, Duration idle) {
        this.starts = starts;
        this.idle = idle;
    }

    private record Start(double seconds, double ready, double afterIdle, double stopSeconds) {}

    Result run() throws IOException, InterruptedException {
        Path folder = Rig.folder();
        Start cold = start(folder, List.of(), 0);
        List<Start> warm = new ArrayList<>();
        List<Start> uncached = new ArrayList<>();
        for (int i = 1; i <= starts; i++) {
            warm.add(start(folder, List.of(), i));
            uncached.add(start(folder, List.of("-XX:AOTMode=off"), i));
        }
        Rig.remove(folder);
        Samples seconds = Samples.of(warm.stream().map(Start::seconds).toList());
        return new Result("start")
                .with("starts", starts)
                .with("javaCache", cached() ? "used" : "none: run by the launcher after a first service has ended")
                .with("coldSeconds", cold.seconds())
                .atMost("warmSeconds", seconds.median(), 3, 2)
                .with(
                        "warmWithoutCacheSeconds",
                        Samples.of(uncached.stream().map(Start::seconds).toList())
                                .median())
                .with(
                        "memoryReadyMiB",
                        Samples.of(warm.stream().map(Start::ready).toList()).median())
                .atMost(
                        "memoryIdleMiB",
                        Samples.of(warm.stream().map(Start::afterIdle).toList()).median(),
                        260,
                        180)
                .with(
                        "stopSeconds",
                        Samples.of(warm.stream().map(Start::stopSeconds).toList())
                                .median());
    }

    private static boolean cached() {
        return Child.xuhang(List.of(), List.of()).stream().anyMatch(option -> option.startsWith("-XX:AOTCache="));
    }

    private Start start(Path folder, List<String> options, int number) throws IOException, InterruptedException {
        List<String> words =
                List.of("serve", "--home", folder.resolve("home").toString(), "--port", Integer.toString(freePort()));
        Path log = folder.resolve("serve-" + number + options.size() + ".log");
        long begun = System.nanoTime();
        double seconds;
        double ready;
        double afterIdle;
        long ending;
        try (Child service = Child.start(Child.xuhang(options, words), Map.of("XUHANG_WATCH", "off"), log)) {
            service.awaitLine("ready:", LONGEST);
            seconds = (System.nanoTime() - begun) / NANOS;
            ready = resident(service.pid());
            TimeUnit.NANOSECONDS.sleep(idle.toNanos());
            afterIdle = resident(service.pid());
            ending = System.nanoTime();
        }
        return new Start(seconds, ready, afterIdle, (System.nanoTime() - ending) / NANOS);
    }

    /** MiB of memory that the process holds, its shared pages included. */
    private static double resident(long pid) throws IOException {
        String line = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(l -> l.startsWith("VmRSS:"))
                .findFirst()
                .orElseThrow(() -> new IOException("process " + pid + " holds no memory"));
        return Long.parseLong(line.replaceAll("\\D", "")) / KIB_PER_MIB;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
