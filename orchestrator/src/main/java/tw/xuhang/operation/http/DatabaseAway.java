package tw.xuhang.operation.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import tw.xuhang.evidence.JournalUnavailable;
import tw.xuhang.evidence.store.Trouble;
import tw.xuhang.web.http.Errors;

/**
 * A request that meets an absent database is told to come again (O2); a source of signals that read 500 might give
 * up. The absence is looked for in the whole chain of causes, because each layer below wraps it in an exception of its
 * own; what has no such cause is answered as any other fault.
 */
@Singleton
final class DatabaseAway implements ExceptionHandler<RuntimeException, HttpResponse<?>> {

    private static final int DEEPEST = 20;

    private final Errors errors;

    DatabaseAway(Errors errors) {
        this.errors = errors;
    }

    @Override
    @SuppressWarnings("rawtypes") // as the framework declares it
    public HttpResponse<?> handle(HttpRequest request, RuntimeException failure) {
        return isAway(failure)
                ? errors.away(request)
                : errors.processResponse(
                        ErrorContext.builder(request).cause(failure).build(), HttpResponse.serverError());
    }

    static boolean isAway(Throwable failure) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < DEEPEST; i++) {
            if (cause instanceof JournalUnavailable
                    || (cause instanceof SQLException sql && Trouble.of(sql) == Trouble.AWAY)) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
