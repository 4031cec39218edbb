package tw.xuhang.integration.probe;

import static java.util.Objects.requireNonNull;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.xuhang.integration.probe.BoundedProcess.End;
import tw.xuhang.runbook.port.Prober;

/**
 * Asks by {@code ping} and {@code curl}. Safe for many threads at once; each look is a process of its own.
 *
 * <p>Silence is also refusal, no route, a name that cannot be resolved (its resolver may be behind the line) and a
 * certificate that does not hold. Where the program never got to asking, because the interface is not there, it is
 * not permitted or installed, or the vantage cannot be reached, nothing was seen. {@link Look#detail} tells them apart.
 */
public final class CommandProber implements Prober {

    /** Beyond the question's own timeout: for the vantage to start, and for the program to end by itself. */
    private static final Duration GRACE = Duration.ofSeconds(1);

    private static final Pattern STATUS = Pattern.compile("status=(\\d{3}),");
    private static final Pattern ROUND_TRIP = Pattern.compile("time=[0-9.]+ ms");
    /** Only ping itself counts what it sent; a vantage that fails leaves by the same exit codes. */
    private static final Pattern SENT = Pattern.compile("\\d+ packets transmitted");
    /** Its own words, not those of a vantage such as SSH, which begin with the vantage's name. */
    private static final Pattern NO_WAY = Pattern.compile("(?m)^(ping6?|connect): .*("
            + "etwork is unreachable|etwork is down|o route to host|ame or service not known"
            + "|ailure in name resolution|o address associated with hostname|ad address)");

    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F:]*:[0-9a-fA-F:.]*");
    private static final int TOO_LARGE = 63; // curl: the body is longer than we care for
    /** curl: cannot begin, out of memory, bad function argument, interface cannot be used, own certificates unreadable. */
    private static final Set<Integer> NOT_ASKED = Set.of(1, 2, 3, 4, 27, 43, 45, 77);

    private static final int DETAIL_CHARACTERS = 200;

    private final LongSupplier nanos;

    /** @param nanos a ticker such as {@link System#nanoTime} */
    public CommandProber(LongSupplier nanos) {
        this.nanos = requireNonNull(nanos, "nanos is null");
    }

    /**
     * @throws IllegalArgumentException the question holds a word that is no host, URL, interface or command, or
     *     a timeout outside 10 ms to 1 min
     */
    @Override
    public Look look(Question question) throws InterruptedException {
        var command = ProbeCommand.of(question);
        long began = nanos.getAsLong();
        try {
            End end = BoundedProcess.run(command, question.timeout().plus(GRACE));
            return seen(question, end, since(began));
        } catch (UncheckedIOException e) {
            // Not installed: that is as blind as an interface that is not there.
            return blind(since(began), String.valueOf(e.getMessage()));
        }
    }

    private Duration since(long began) {
        return Duration.ofNanos(nanos.getAsLong() - began);
    }

    private static Look seen(Question question, End end, Duration took) {
        return switch (end) {
            case End.Killed(String output) ->
                vantageHung(question)
                        ? blind(took, "ended by force " + output)
                        : silent(took, "no answer, ended by force", output);
            case End.Exited(int code, String output) ->
                switch (question.way()) {
                    case Way.Icmp _ -> echo(code, output, took);
                    case Way.Http _ -> status(code, output, took);
                };
        };
    }

    /** ping and curl end by themselves in time, unless ping waits for the resolver of a name. */
    private static boolean vantageHung(Question question) {
        boolean resolving = question.way() instanceof Way.Icmp(String host)
                && !ADDRESS.matcher(host).matches();
        return !question.vantage().isEmpty() && !resolving;
    }

    private static Look echo(int code, String output, Duration took) {
        Matcher trip = ROUND_TRIP.matcher(output);
        if (code == 0 && trip.find()) {
            return new Look(true, took, trip.group());
        }
        boolean asked = SENT.matcher(output).find() || NO_WAY.matcher(output).find();
        return asked ? silent(took, "no answer", output) : blind(took, output);
    }

    private static Look status(int code, String output, Duration took) {
        Matcher status = STATUS.matcher(output);
        if (!status.find() || NOT_ASKED.contains(code)) {
            return blind(took, output);
        }
        if (status.group(1).equals("000")) {
            return silent(took, "no answer", output);
        }
        int number = Integer.parseInt(status.group(1));
        boolean whole = code == 0 || code == TOO_LARGE;
        return new Look(whole && number < 500, took, whole ? "HTTP " + number : oneLine("HTTP " + number, output));
    }

    private static Look silent(Duration took, String verdict, String output) {
        return new Look(false, took, oneLine(verdict, output));
    }

    private static Look blind(Duration took, String output) {
        return new Look(Sight.BLIND, took, oneLine("could not look", output));
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
