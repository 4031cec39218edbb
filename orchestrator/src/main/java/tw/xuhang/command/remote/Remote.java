package tw.xuhang.command.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;
import tw.xuhang.command.Exit;
import tw.xuhang.command.OutputForm;

/** How a service is reached and how its answers are printed. A token comes by environment or file, never by argument. */
final class Remote {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Option(
            names = "--url",
            paramLabel = "URL",
            defaultValue = "${env:XUHANG_URL:-http://127.0.0.1:8080}",
            description = "address of the service, default ${DEFAULT-VALUE}")
    private URI url;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            defaultValue = "${env:XUHANG_TOKEN_FILE}",
            description = "file with the token; else the environment's XUHANG_TOKEN is used")
    private @Nullable Path tokenFile;

    @Option(
            names = {"-o", "--output"},
            defaultValue = "${env:XUHANG_OUTPUT:-text}",
            description = "${COMPLETION-CANDIDATES}, default ${DEFAULT-VALUE}")
    private OutputForm form;

    @Option(
            names = "--lang",
            defaultValue = "${env:XUHANG_LANG:-zh-Hant}",
            description = "zh-Hant or en, default ${DEFAULT-VALUE}")
    private String language;

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description = "for a change: the same key again does it no second time; default: a new one")
    private String key = UUID.randomUUID().toString();

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    /** Made late: every command has one of these, and few are used. */
    private @Nullable HttpClient client;

    String language() {
        return language;
    }

    URI url() {
        return url;
    }

    Reply get(String path) {
        return send(request(path).GET(), Optional.empty());
    }

    Reply post(String path, Map<String, ?> body) {
        return post(path, body, Optional.empty());
    }

    /** @param authorization of a person, in the place of the token */
    Reply post(String path, Map<String, ?> body, Optional<String> authorization) {
        try {
            var request = request(path)
                    .header("Content-Type", "application/json")
                    .header("Idempotency-Key", key)
                    .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
            return send(request, authorization);
        } catch (IOException e) {
            return new Reply.Silent(String.valueOf(e.getMessage()));
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(url.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json, application/problem+json")
                .header("Accept-Language", language);
    }

    private Reply send(HttpRequest.Builder request, Optional<String> authorization) {
        try {
            authorization.or(this::bearer).ifPresent(value -> request.header("Authorization", value));
            HttpResponse<String> answer = client().send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            JsonNode body = tree(answer.body());
            return answer.statusCode() < 300
                    ? new Reply.Done(answer.statusCode(), body, answer.headers())
                    : new Reply.Refused(answer.statusCode(), body);
        } catch (IOException | IllegalArgumentException e) {
            return new Reply.Silent(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Silent("interrupted");
        }
    }

    private HttpClient client() {
        HttpClient made = client;
        if (made == null) {
            made = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
            client = made;
        }
        return made;
    }

    private static JsonNode tree(String body) throws IOException {
        return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    }

    private Optional<String> bearer() {
        try {
            String token =
                    tokenFile == null ? System.getenv().getOrDefault("XUHANG_TOKEN", "") : Files.readString(tokenFile);
            return token.isBlank() ? Optional.empty() : Optional.of("Bearer " + token.strip());
        } catch (IOException e) {
            err().println("cannot read the token: " + e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Prints what came.
     *
     * @param text prints it for people and tells the exit code
     */
    int tell(Reply reply, ToIntFunction<JsonNode> text) {
        return switch (reply) {
            case Reply.Done done -> {
                int code = form == OutputForm.json ? json(done.body()) : text.applyAsInt(done.body());
                out().flush();
                yield code;
            }
            case Reply.Refused refused -> refused(refused);
            case Reply.Silent silent -> {
                err().println("%s does not answer: %s".formatted(url, silent.why()));
                err().flush();
                yield Exit.UNREACHABLE;
            }
        };
    }

    private int refused(Reply.Refused refused) {
        JsonNode problem = refused.body();
        if (form == OutputForm.json) {
            json(problem);
        }
        err().println(Columns.plain("%s (%s)"
                .formatted(
                        problem.path("detail").asText(problem.path("title").asText("refused")),
                        problem.path("code").asText("" + refused.status()))));
        for (JsonNode fault : problem.path("errors")) {
            err().println(Columns.plain("  %s: %s"
                    .formatted(
                            fault.path("message").asText(),
                            fault.path("pointer").asText())));
        }
        err().flush();
        out().flush();
        return refused.exit();
    }

    private int json(JsonNode body) {
        if (!body.isMissingNode()) {
            out().println(body.toPrettyString());
        }
        return Exit.OK;
    }

    PrintWriter out() {
        return spec.commandLine().getOut();
    }

    PrintWriter err() {
        return spec.commandLine().getErr();
    }

    boolean isText() {
        return form == OutputForm.text;
    }

    /** The word of a text in the reader's language. */
    String word(JsonNode text) {
        return text.path(language.startsWith("en") ? "en" : "zh").asText("");
    }
}
