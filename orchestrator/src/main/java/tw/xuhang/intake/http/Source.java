package tw.xuhang.intake.http;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.regex.Pattern;
import tw.xuhang.integration.inbound.SignalFormat;

/**
 * A configured source of signals.
 *
 * @param name as in the path, and in the name of its tokens
 * @param secrets shared with a source that signs its deliveries, newest first; empty where it uses a token
 */
public record Source(String name, SignalFormat format, List<WebhookSecret> secrets) {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    public Source {
        requireNonNull(format, "format is null");
        secrets = List.copyOf(secrets);
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("source '" + name + "' needs a name of a-z, 0-9 and -");
        }
    }
}
