package tw.xuhang.faults;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The monitoring system that sees the line go down, and repeats its report until somebody says they have it. */
final class Monitor {

    private static final byte[] KEY = Base64.getDecoder().decode(Site.SECRET.substring("whsec_".length()));
    private static final String REPORT =
            "{\"key\": \"cut-1\", \"kind\": \"link\", \"subject\": \"uplink/main\", \"title\": \"主線路不通\"}";

    private final URI entrance;
    private final InstantSource clock = InstantSource.system();
    private boolean heard;

    Monitor(URI service) {
        this.entrance = service.resolve("/api/v1/signals/monitor");
    }

    boolean heard() {
        return heard;
    }

    void report() throws InterruptedException, IOException {
        byte[] body = REPORT.getBytes(StandardCharsets.UTF_8);
        String at = Long.toString(clock.instant().getEpochSecond());
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(entrance)
                    .timeout(Duration.ofSeconds(5))
                    .header("Content-Type", "application/json")
                    .header("webhook-id", "cut-1")
                    .header("webhook-timestamp", at)
                    .header("webhook-signature", signature(at, body))
                    .POST(BodyPublishers.ofByteArray(body))
                    .build();
            int status = client.send(request, BodyHandlers.ofString()).statusCode();
            if (status != 202) {
                throw new IOException("the report was answered with " + status);
            }
            heard = true;
        }
    }

    private static String signature(String at, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
            mac.update(("cut-1." + at + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
