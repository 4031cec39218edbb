package tw.xuhang.command.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;
import tw.xuhang.command.Exit;

/** Sends what only a person may do. */
final class Decision {

    private Decision() {}

    static int post(Remote remote, Person person, String path, Map<String, Object> body, ToIntFunction<JsonNode> text)
            throws IOException {
        Optional<String> authorization = person.authorization();
        if (authorization.isEmpty()) {
            remote.err().println("no password: give --password-file, or run it at a terminal");
            return Exit.NOT_ALLOWED;
        }
        body.put("code", person.code());
        return remote.tell(remote.post(path, body, authorization), text);
    }
}
