package tw.xuhang.casebook.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import tw.xuhang.runbook.Text;
import tw.xuhang.web.Words;
import tw.xuhang.web.http.Pages;
import tw.xuhang.web.http.Problem;

/** Says in the caller's language why something was not done (RFC 9457). */
@Singleton
final class Problems {

    private static final String TYPE = "https://xuhang.tw/problems/";

    private final Pages pages;

    Problems(Pages pages) {
        this.pages = pages;
    }

    MutableHttpResponse<Problem> of(HttpRequest<?> request, HttpStatus status, String code, Text detail) {
        return of(request, status, code, detail, List.of());
    }

    /** @param faults what is missing or wrong, one line each */
    MutableHttpResponse<Problem> of(
            HttpRequest<?> request, HttpStatus status, String code, Text detail, List<Problem.Fault> faults) {
        Words words = pages.words(request);
        String key = "error." + status.getCode() + ".title";
        String title = words.get(words.has(key) ? key : "error.400.title");
        var problem = new Problem(
                TYPE + code,
                title,
                status.getCode(),
                detail.in(words.language().tag()),
                request.getPath(),
                code,
                "",
                faults);
        return HttpResponse.<Problem>status(status).body(problem).contentType(Problem.MEDIA_TYPE);
    }

    /** @param what kind of thing, e.g. {@code incident} */
    MutableHttpResponse<Problem> unknown(HttpRequest<?> request, String what, String key) {
        return of(
                request,
                HttpStatus.NOT_FOUND,
                "unknown-" + what,
                new Text("查無此項：%s %s。".formatted(what, key), "there is no %s %s.".formatted(what, key)));
    }

    MutableHttpResponse<Problem> badState(HttpRequest<?> request) {
        return of(
                request,
                HttpStatus.BAD_REQUEST,
                "bad-state",
                new Text("state 須為 open、closed 或 all。", "state is one of open, closed, all."));
    }

    MutableHttpResponse<Problem> reasonMissing(HttpRequest<?> request) {
        return of(
                request,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "reason-missing",
                new Text("請填寫理由。", "say why."),
                List.of(new Problem.Fault("/reason", "missing")));
    }
}
