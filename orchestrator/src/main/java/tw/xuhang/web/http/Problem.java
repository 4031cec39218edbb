package tw.xuhang.web.http;

import io.micronaut.core.annotation.Introspected;
import java.util.List;

/**
 * An error in the form of RFC 9457.
 *
 * @param type stable address that ends in the code
 * @param code stable name, e.g. {@code not-found}
 * @param traceId names the log lines of this failure, empty where nothing was logged
 */
@Introspected
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String instance,
        String code,
        String traceId,
        List<Fault> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /** One thing that is wrong with what was sent. */
    @Introspected
    public record Fault(String pointer, String message) {}
}
