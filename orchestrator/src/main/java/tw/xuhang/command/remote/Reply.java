package tw.xuhang.command.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpHeaders;
import tw.xuhang.command.Exit;

/** What a service answered, if it did. */
sealed interface Reply {

    record Done(int status, JsonNode body, HttpHeaders headers) implements Reply {}

    /**
     * It was refused.
     *
     * @param body problem+json, or whatever stands in the way
     */
    record Refused(int status, JsonNode body) implements Reply {

        /** As {@link Exit} counts; scripts rely on it. */
        int exit() {
            return switch (status) {
                case 400, 413, 415, 422 -> Exit.USAGE;
                case 401, 403, 429 -> Exit.NOT_ALLOWED;
                case 404 -> Exit.NOT_FOUND;
                case 409, 412, 428 -> Exit.CONFLICT;
                case 502, 503, 504 -> Exit.UNREACHABLE;
                default -> Exit.ERROR;
            };
        }
    }

    /** Nobody answered, or the answer did not come to its end. */
    record Silent(String why) implements Reply {}
}
