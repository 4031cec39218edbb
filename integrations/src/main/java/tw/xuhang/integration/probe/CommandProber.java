package tw.xuhang.integration.probe;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.xuhang.integration.probe.BoundedProcess.End;
import tw.xuhang.runbook.port.Prober;

/**
 * Asks by {@code ping} and {@code curl}. Safe for many threads at once; each look is a process of its own.
 *
 * <p>Not an answer is: silence, refusal, a name that cannot be resolved, a certificate that does not hold, a
 * vantage that cannot be reached. {@link Look#detail} tells them apart.
 */
public final class CommandProber implements Prober {

    /** Beyond the question's own timeout: for the vantage to start, and for the program to end by itself. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final Pattern STATUS = Pattern.compile("status=(\\d{3}),");
    private static final Pattern ROUND_TRIP = Pattern.compile("time=[0-9.]+ ms");
    private static final int TOO_LARGE = 63; // curl: the body is longer than we care for
    private static final int DETAIL_CHARACTERS = 200;

    private final LongSupplier nanos;

    /** @param nanos a ticker such as {@link System#nanoTime} */
    public CommandProber(LongSupplier nanos) {
        this.nanos = requireNonNull(nanos, "nanos is null");
    }

    /**
     * @throws IllegalArgumentException the question holds a word that is no host, URL, interface or command, or
     *     a timeout outside 10 ms to 1 min
     * @throws java.io.UncheckedIOException the program, or the vantage's, is not installed
     */
    @Override
    public Look look(Question question) throws InterruptedException {
        var command = ProbeCommand.of(question);
        long began = nanos.getAsLong();
        End end = BoundedProcess.run(command, question.timeout().plus(GRACE));
        Duration took = Duration.ofNanos(nanos.getAsLong() - began);
        return switch (end) {
            case End.Killed(String output) -> new Look(false, took, oneLine("no answer, ended by force", output));
            case End.Exited(int code, String output) ->
                switch (question.way()) {
                    case Way.Icmp _ -> echo(code, output, took);
                    case Way.Http _ -> status(code, output, took);
                };
        };
    }

    private static Look echo(int code, String output, Duration took) {
        Matcher trip = ROUND_TRIP.matcher(output);
        return code == 0 && trip.find()
                ? new Look(true, took, trip.group())
                : new Look(false, took, oneLine("no answer", output));
    }

    private static Look status(int code, String output, Duration took) {
        Matcher status = STATUS.matcher(output);
        if (!status.find() || status.group(1).equals("000")) {
            return new Look(false, took, oneLine("no answer", output));
        }
        int number = Integer.parseInt(status.group(1));
        boolean whole = code == 0 || code == TOO_LARGE;
        return new Look(whole && number < 500, took, whole ? "HTTP " + number : oneLine("HTTP " + number, output));
    }

    /** What the program said is from outside: control characters could forge lines in a log. */
    private static String oneLine(String verdict, String output) {
        String said = STATUS.matcher(output)
                .replaceFirst("")
                .replaceAll("[\\p{Cntrl}\\s]+", " ")
                .strip();
        String detail = said.isEmpty() ? verdict : verdict + ": " + said;
        return detail.substring(0, Math.min(detail.length(), DETAIL_CHARACTERS));
    }
}
