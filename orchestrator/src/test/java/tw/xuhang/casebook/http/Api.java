package tw.xuhang.casebook.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A client of the API with one credential. */
public record Api(URI base, String authorization) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    static Api token(URI base, String token) {
        return new Api(base, "Bearer " + token);
    }

    static Api person(URI base, String account, String password) {
        byte[] both = (account + ":" + password).getBytes(StandardCharsets.UTF_8);
        return new Api(base, "Basic " + Base64.getEncoder().encodeToString(both));
    }

    static Api nobody(URI base) {
        return new Api(base, "");
    }

    record Answer(int status, JsonNode body, HttpResponse<String> raw) {
        String code() {
            return status + " " + body.path("code").asText();
        }
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    Answer post(String path, String body) {
        return send(posting(path, body));
    }

    Answer post(String path, String body, String key) {
        return send(posting(path, body).header("Idempotency-Key", key));
    }

    private HttpRequest.Builder posting(String path, String body) {
        return request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }

    private HttpRequest.Builder request(String path) {
        var request = HttpRequest.newBuilder(base.resolve(path)).header("Accept-Language", "en");
        return authorization.isEmpty() ? request : request.header("Authorization", authorization);
    }

    private static Answer send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> raw = CLIENT.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
            boolean json = raw.headers().firstValue("Content-Type").orElse("").contains("json");
            return new Answer(raw.statusCode(), json ? JSON.readTree(raw.body()) : MissingNode.getInstance(), raw);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
