package tw.xuhang.intake.http;

import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tw.xuhang.runbook.Text;
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

    /** A machine that delivers asks for no language, and whoever reads its log may read either: both are said. */
    static Problem said(int status, String code, Text title, Text detail) {
        return Problem.of(status, code, both(title), both(detail));
    }

    private static String both(Text text) {
        return text.zh() + " " + text.en();
    }

    static HttpResponse<Map<String, Object>> problem(Problem problem) {
        return answer(problem);
    }

    private static MutableHttpResponse<Map<String, Object>> answer(Problem problem) {
        return HttpResponse.<Map<String, Object>>status(HttpStatus.valueOf(problem.status()))
                .body(problem.members())
                .contentType(Problem.MEDIA_TYPE);
    }

    static HttpResponse<Map<String, Object>> unauthorized() {
        return answer(said(
                        401,
                        "not-admitted",
                        new Text("未獲准", "Not admitted"),
                        new Text(
                                "請以 Bearer 附上該來源自己的權杖，或對內容簽章。",
                                "send the source's own token as Bearer, or sign the delivery")))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
    }

    static HttpResponse<Map<String, Object>> unavailable(Duration retryAfter) {
        return answer(said(
                        503,
                        "not-stored",
                        new Text("未保存", "Not stored"),
                        new Text("資料庫沒有回應，請原樣再送一次。", "the database does not answer; send it again as it is")))
                .header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, retryAfter.toSeconds())));
    }
}
