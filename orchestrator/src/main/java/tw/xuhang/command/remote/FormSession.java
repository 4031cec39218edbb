package tw.xuhang.command.remote;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tw.xuhang.access.Sessions;

/** Signs a person in by the same forms as a browser, does one thing as that person, and signs out again. */
final class FormSession {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern TOKEN = Pattern.compile("name=\"csrf\" value=\"([0-9a-f]{64})\"");

    private final Remote remote;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(5))
            .cookieHandler(cookies)
            .build();

    FormSession(Remote remote) {
        this.remote = remote;
    }

    Reply post(Person person, String password, String path, Map<String, ?> body) {
        try {
            String next = form("/login", Map.of("name", person.account(), "password", password, "next", "/"));
            if (next.startsWith("/login/code")) {
                next = form("/login/code", Map.of("code", person.code(), "next", "/"));
            }
            if (next.isEmpty() || next.startsWith("/login")) {
                return refused(401, "not-signed-in", "name, password or code is wrong");
            }
            HttpResponse<String> answer = send(request(path)
                    .header("Content-Type", "application/json")
                    .header("X-CSRF-Token", formToken())
                    .POST(BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
            send(request("/logout").header("X-CSRF-Token", formToken()).POST(BodyPublishers.noBody()));
            if (answer.statusCode() == 303) {
                return refused(403, "password-must-change", "change the password on the pages first");
            }
            JsonNode tree = answer.body().isBlank() ? MissingNode.getInstance() : JSON.readTree(answer.body());
            return answer.statusCode() < 300
                    ? new Reply.Done(answer.statusCode(), tree, answer.headers())
                    : new Reply.Refused(answer.statusCode(), tree);
        } catch (IOException e) {
            return new Reply.Silent(String.valueOf(e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Reply.Silent("interrupted");
        }
    }

    private static Reply refused(int status, String code, String detail) {
        var body = JsonNodeFactory.instance.objectNode();
        return new Reply.Refused(status, body.put("code", code).put("detail", detail));
    }

    /** @return where the form leads, empty where it leads nowhere */
    private String form(String path, Map<String, String> fields) throws IOException, InterruptedException {
        Matcher token = TOKEN.matcher(send(request(path).GET()).body());
        String csrf = token.find() ? token.group(1) : "";
        String body = "csrf=" + csrf
                + fields.entrySet().stream()
                        .map(field -> "&" + field.getKey() + "=" + Part.encoded(field.getValue()))
                        .collect(Collectors.joining());
        return send(request(path)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(body)))
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    private String formToken() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("xuhang_session"))
                .map(HttpCookie::getValue)
                .findFirst()
                .map(Sessions::formToken)
                .orElse("");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(remote.url().resolve(path)).timeout(Duration.ofSeconds(30));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
