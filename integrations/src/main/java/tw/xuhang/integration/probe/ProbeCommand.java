package tw.xuhang.integration.probe;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.xuhang.runbook.port.Prober.Question;
import tw.xuhang.runbook.port.Prober.Way;

/**
 * The words of the command that asks a question. Every word is checked, because a vantage such as SSH hands
 * them to a shell on the far side: nothing may be taken for an option, nor mean anything to a shell.
 */
final class ProbeCommand {

    private static final Pattern WORD = Pattern.compile("[\\p{Graph}&&[^;&|<>$`\"'\\\\(){}*!#]]+");
    private static final Pattern HOST = Pattern.compile("[A-Za-z0-9:][A-Za-z0-9.:-]{0,252}");
    private static final Pattern DEVICE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.]{0,14}");
    private static final Pattern URL = Pattern.compile(
            "https?://\\[?(?<host>[A-Za-z0-9:][A-Za-z0-9.:-]{0,252}?)]?(:[0-9]{1,5})?(/[A-Za-z0-9._~:/?%=+,@-]{0,2000})?");

    private ProbeCommand() {}

    /** @throws IllegalArgumentException a word is not what it should be; names the word */
    static List<String> of(Question question) {
        List<String> words = new ArrayList<>();
        question.vantage().forEach(word -> words.add(checked("vantage", WORD, word)));
        if (!words.isEmpty() && words.getFirst().startsWith("-")) {
            throw new IllegalArgumentException("not a vantage: " + words.getFirst());
        }
        words.addAll(
                switch (question.way()) {
                    case Way.Icmp(String host) -> ping(question, host);
                    case Way.Http(String url) -> curl(question, url);
                });
        return List.copyOf(words);
    }

    private static List<String> ping(Question question, String host) {
        List<String> words = new ArrayList<>(List.of("ping", "-n", "-c", "1", "-W", seconds(question.timeout())));
        question.through().ifPresent(device -> words.addAll(List.of("-I", checked("interface", DEVICE, device))));
        words.add(checked("host", HOST, host));
        return words;
    }

    private static List<String> curl(Question question, String url) {
        Matcher form = URL.matcher(requireNonNull(url, "url is null"));
        if (!form.matches()) {
            throw new IllegalArgumentException("not a url: " + url);
        }
        // -q comes first: nobody's .curlrc decides. No proxy either: the line is asked, not the proxy's line.
        List<String> words = new ArrayList<>(List.of("curl", "-q", "-g", "-sS", "-o", "/dev/null"));
        words.addAll(List.of("-w", "status=%{http_code},", "--noproxy", form.group("host")));
        words.addAll(List.of("--max-time", seconds(question.timeout()), "--max-filesize", "1000000"));
        question.through()
                .ifPresent(device -> words.addAll(List.of("--interface", checked("interface", DEVICE, device))));
        words.add(url);
        return words;
    }

    private static String checked(String what, Pattern form, String word) {
        if (!form.matcher(requireNonNull(word, what)).matches()) {
            throw new IllegalArgumentException("not a " + what + ": " + word);
        }
        return word;
    }

    private static String seconds(Duration timeout) {
        if (timeout.compareTo(Duration.ofMillis(10)) < 0 || timeout.compareTo(Duration.ofMinutes(1)) > 0) {
            throw new IllegalArgumentException("timeout is not within 10 ms and 1 min: " + timeout);
        }
        return String.format(Locale.ROOT, "%.3f", timeout.toMillis() / 1000.0);
    }
}
