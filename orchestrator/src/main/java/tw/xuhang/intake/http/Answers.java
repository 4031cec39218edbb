package tw.xuhang.intake.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.util.List;
import tw.xuhang.signal.Receipt;
import tw.xuhang.web.Problem;

/** The answers of the inbox. */
final class Answers {

    private static final String PATH = "/api/v1/signals/";

    private Answers() {}

    /** @param signals in the order in which they stood in the delivery */
    record Accepted(List<One> signals) {}

    /** @param location where its disposition is found */
    record One(String id, String location, boolean duplicate) {}

    static HttpResponse<Accepted> accepted(List<Receipt.Accepted> receipts) {
        List<One> signals = receipts.stream()
                .map(receipt -> new One(receipt.dispositionId(), PATH + receipt.dispositionId(), receipt.duplicate()))
                .toList();
        MutableHttpResponse<Accepted> answer = HttpResponse.<Accepted>accepted().body(new Accepted(signals));
        return signals.isEmpty()
                ? answer
                : answer.header(HttpHeaders.LOCATION, signals.getFirst().location());
    }

    static HttpResponse<Problem> problem(Problem problem) {
        return HttpResponse.<Problem>status(HttpStatus.valueOf(problem.status()))
                .body(problem)
                .contentType(Problem.MEDIA_TYPE);
    }

    static HttpResponse<Problem> unauthorized() {
        Problem problem = Problem.of(
                401, "not-admitted", "Not admitted", "send the source's own token as Bearer, or sign the delivery");
        return HttpResponse.<Problem>status(HttpStatus.UNAUTHORIZED)
                .body(problem)
                .contentType(Problem.MEDIA_TYPE)
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    static HttpResponse<Problem> unavailable(Duration retryAfter) {
        Problem problem =
                Problem.of(503, "not-stored", "Not stored", "the database does not answer; send it again as it is");
        return HttpResponse.<Problem>status(HttpStatus.SERVICE_UNAVAILABLE)
                .body(problem)
                .contentType(Problem.MEDIA_TYPE)
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
}
