package tw.xuhang.command.remote;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which part of a list is asked for. */
final class Part {

    @Option(names = "--state", paramLabel = "STATE", description = "open, closed or all, default ${DEFAULT-VALUE}")
    private String state = "all";

    @Option(names = "--limit", paramLabel = "N", description = "at most this many, default ${DEFAULT-VALUE}")
    private int limit = 50;

    @Option(names = "--after", paramLabel = "CURSOR", description = "what the part before named as the next")
    private @Nullable String after;

    String of(String path) {
        return path + "?limit=" + limit + "&state=" + encoded(state)
                + (after == null ? "" : "&after=" + encoded(after));
    }

    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
