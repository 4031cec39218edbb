package tw.xuhang.casebook.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import jakarta.inject.Singleton;
import tw.xuhang.evidence.JournalUnavailable;
import tw.xuhang.runbook.Text;

/** The database does not answer: come back in a moment (O2). */
@Singleton
final class StoreAway implements ExceptionHandler<JournalUnavailable, HttpResponse<?>> {

    private static final String RETRY_SECONDS = "5";

    private final Problems problems;

    StoreAway(Problems problems) {
        this.problems = problems;
    }

    @Override
    @SuppressWarnings("rawtypes") // the framework's own signature
    public HttpResponse<?> handle(HttpRequest request, JournalUnavailable away) {
        return problems.of(
                        request,
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "database-away",
                        new Text(
                                "資料庫暫時無回應；執行中的作業不受影響，請稍後再試。",
                                "the database does not answer; runs go on. Look what became of it before you send it again."))
                .header("Retry-After", RETRY_SECONDS);
    }
}
