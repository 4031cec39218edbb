package tw.xuhang.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import tw.xuhang.bench.store.Counters;
import tw.xuhang.bench.store.Reference;
import tw.xuhang.database.Pools;
import tw.xuhang.directory.store.OfficeFolder;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.JournalListener;
import tw.xuhang.incident.Incidents;
import tw.xuhang.incident.Phase;
import tw.xuhang.integration.inbound.GenericFormat;
import tw.xuhang.integration.route.Delivered;
import tw.xuhang.integration.route.Entrances;
import tw.xuhang.integration.route.Post;
import tw.xuhang.signal.Original;

/**
 * From a delivered signal to the start of the first step of its case, through the whole service but the HTTP
 * server: Camel route, inbox, triage, case, run. Counted from before the signal is stored, so the time in which
 * it is accepted is within it. One at a time; then the line comes back and the case is closed, uncounted.
 */
final class SignalBench {

    private static final String LINE = "/bench/uplink.yaml";
    private static final String RUNBOOK = "/bench/line-down.yaml";
    private static final String BACKUP = "  backup:\n";
    /** Few, as an office has, and yet none with a history longer than a case would give it. */
    private static final int LINES = 10;

    private static final long LONGEST_SECONDS = 30;
    private static final double NANOS_PER_MS = 1e6;

    private final InstantSource clock;
    private final int warm;
    private final int signals;

    SignalBench(InstantSource clock, int warm, int signals) {
        this.clock = clock;
        this.warm = warm;
        this.signals = signals;
    }

    Result run() throws IOException, InterruptedException {
        Path folder = Rig.folder();
        Path office = office(folder);
        Path runbooks = Files.createDirectory(folder.resolve("runbooks"));
        Files.writeString(runbooks.resolve("line-down.yaml"), resource(RUNBOOK));
        Map<String, Object> settings = Map.of(
                "xuhang.office",
                office.toString(),
                "xuhang.runbooks",
                runbooks.toString(),
                "xuhang.publication",
                "folder");
        try (Rig rig = Rig.serving(folder, settings, clock)) {
            BlockingQueue<Started> started = new LinkedBlockingQueue<>();
            var disposed = new Semaphore(0);
            rig.join(JournalListener.class, entries -> note(entries, started, disposed));
            var entrances = rig.part(Entrances.class);
            var incidents = rig.part(Incidents.class);
            List<Double> stored = new ArrayList<>();
            List<Double> first = new ArrayList<>();
            var pools = rig.part(Pools.class);
            var asked = new ArrayList<Counters>();
            for (int i = 0; i < warm + signals; i++) {
                Counters before = Counters.read(pools);
                long begun = System.nanoTime();
                deliver(entrances, i, "raise");
                long accepted = System.nanoTime();
                Started start = started.poll(LONGEST_SECONDS, TimeUnit.SECONDS);
                if (start == null) {
                    throw new IllegalStateException("nothing was started for signal " + i);
                }
                if (i >= warm) {
                    asked.add(Counters.read(pools).since(before));
                    stored.add((accepted - begun) / NANOS_PER_MS);
                    first.add((start.nanos() - begun) / NANOS_PER_MS);
                }
                deliver(entrances, i, "clear");
                incidents.reach(start.incident(), Phase.CLOSED, "bench", Actor.SYSTEM);
                // Signals are judged one after the other: what clears the line must not be counted with the next.
                if (!disposed.tryAcquire(2, LONGEST_SECONDS, TimeUnit.SECONDS)) {
                    throw new IllegalStateException("signal " + i + " was not disposed of");
                }
            }
            return result(Samples.of(stored), Samples.of(first), asked, commits(rig.reference(clock)));
        }
    }

    /** A first step, and when its start was committed. */
    private record Started(String incident, long nanos) {}

    /** Single-connection commits, the unit that the bars are in. */
    private Samples commits(Reference reference) {
        List<Double> all = new ArrayList<>();
        for (int i = 0; i < warm + signals; i++) {
            long begun = System.nanoTime();
            reference.commitOneRow();
            all.add((System.nanoTime() - begun) / NANOS_PER_MS);
        }
        return Samples.of(all.subList(warm, all.size()));
    }

    private Result result(Samples stored, Samples first, List<Counters> asked, Samples commit) {
        return new Result("signal")
                .with("signals", signals)
                .with("commitMsP50", commit.median())
                .with("acceptedMsP50", stored.median())
                .with("acceptedMsP99", stored.percentile(99))
                .with("firstStepMsP50", first.median())
                .with("firstStepMsP99", first.percentile(99))
                .with("statementsP50", median(asked, Counters::questions))
                .with("commitsP50", median(asked, Counters::commits))
                .atMost("firstStepCommitsP50", first.median() / commit.median(), 10, 5)
                .atMost("firstStepCommitsP99", first.percentile(99) / commit.median(), 40, 15);
    }

    private static double median(List<Counters> asked, ToLongFunction<Counters> what) {
        return Samples.of(asked.stream().mapToDouble(what::applyAsLong).toArray())
                .median();
    }

    private static void note(List<Entry> entries, BlockingQueue<Started> started, Semaphore disposed) {
        long now = System.nanoTime();
        for (Entry entry : entries) {
            if (entry.type().equals("run.step-started")) {
                started.add(new Started(entry.incident(), now));
            } else if (entry.type().equals("signal.disposed")) {
                disposed.release();
            }
        }
    }

    private static void deliver(Entrances entrances, int number, String phase) {
        String body = """
                {"key":"bench-%d","kind":"link","subject":"uplink/%s","title":"bench","phase":"%s"}""".formatted(number, line(number % LINES), phase);
        var original = new Original("application/json", body.getBytes(StandardCharsets.UTF_8));
        Delivered delivered = entrances.deliver(new Post("bench", new GenericFormat(), original));
        if (!(delivered instanceof Delivered.Stored)) {
            throw new IllegalStateException("signal " + number + " was not stored: " + delivered);
        }
    }

    /** The sample office with a few lines more. */
    private static Path office(Path folder) throws IOException {
        Path office = folder.resolve("office");
        OfficeFolder.writeSample(office);
        Path file = office.resolve("uplinks.yaml");
        String line = resource(LINE);
        var lines = new StringBuilder();
        for (int i = 0; i < LINES; i++) {
            lines.append(line.replace("LINE", line(i)));
        }
        String sample = Files.readString(file);
        if (!sample.contains(BACKUP)) {
            throw new IllegalStateException("the sample office has no backup line any more");
        }
        Files.writeString(file, sample.replace(BACKUP, lines + BACKUP));
        return office;
    }

    private static String line(int number) {
        return "bench-" + number;
    }

    private static String resource(String name) {
        try (InputStream in = SignalBench.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from this build");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
