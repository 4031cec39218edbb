package tw.xuhang.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a pinger at the counter noticed. Answers come every 100 ms while the way is open, so a gap
 * overstates an outage by at most that.
 *
 * @param answers moments of the answers, in order
 */
record PingLog(List<Instant> answers) {

    private static final Pattern ANSWER = Pattern.compile("^\\[(\\d+\\.\\d+)] \\d+ bytes from .*$");

    PingLog {
        answers = List.copyOf(answers);
    }

    /** A silence between two answers. */
    record Gap(Instant from, Instant to) {
        double seconds() {
            return Math.round(from.until(to).toMillis() / 100.0) / 10.0;
        }
    }

    static PingLog read(Path file) throws IOException {
        List<Instant> answers = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Matcher answer = ANSWER.matcher(line);
            if (answer.matches()) {
                answers.add(moment(answer.group(1)));
            }
        }
        return new PingLog(answers);
    }

    /** The longest silence that ended after this moment; empty while nothing answered since. */
    Optional<Gap> longestAfter(Instant moment) {
        Optional<Gap> longest = Optional.empty();
        for (int i = 1; i < answers.size(); i++) {
            Gap gap = new Gap(answers.get(i - 1), answers.get(i));
            if (gap.to().isAfter(moment)
                    && longest.map(l -> l.seconds() < gap.seconds()).orElse(true)) {
                longest = Optional.of(gap);
            }
        }
        return longest;
    }

    private static Instant moment(String seconds) {
        BigDecimal[] parts = new BigDecimal(seconds).divideAndRemainder(BigDecimal.ONE);
        return Instant.ofEpochSecond(
                parts[0].longValue(), parts[1].movePointRight(9).longValue());
    }
}
