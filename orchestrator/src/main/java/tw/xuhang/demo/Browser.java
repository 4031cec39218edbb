package tw.xuhang.demo;

import java.io.Closeable;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One person's browser without a screen: cookies of its own, redirects followed, forms sent as the page gave them. */
final class Browser implements Closeable {

    private static final Duration LONGEST = Duration.ofSeconds(20);

    private final URI base;
    private final HttpClient client = HttpClient.newBuilder()
            .cookieHandler(new CookieManager(null, CookiePolicy.ACCEPT_ALL))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(LONGEST)
            .build();

    Browser(URI base) {
        this.base = base;
    }

    /** @param address path on the service, or a whole address, e.g. a letter's link */
    Page open(String address) throws IOException, InterruptedException {
        return send(request(base.resolve(address), "text/html").GET());
    }

    /** The same address as programs read it. */
    Page data(String address) throws IOException, InterruptedException {
        return send(request(base.resolve(address), "application/json").GET());
    }

    Page submit(Form form, Map<String, String> filled) throws IOException, InterruptedException {
        return submitAll(
                form,
                filled.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, e -> List.of(e.getValue()))));
    }

    /** As {@link #submit} where a name has several values. */
    Page submitAll(Form form, Map<String, List<String>> filled) throws IOException, InterruptedException {
        return send(request(form.action(), "text/html")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Sec-Fetch-Site", "same-origin")
                .header("Origin", "null")
                .POST(BodyPublishers.ofString(form.body(filled))));
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private Page send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(request.build(), BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Page(answer.uri(), answer.statusCode(), answer.body());
    }

    private static HttpRequest.Builder request(URI address, String accept) {
        return HttpRequest.newBuilder(address)
                .timeout(LONGEST)
                .header("Accept", accept)
                .header("Accept-Language", "zh-TW");
    }
}
