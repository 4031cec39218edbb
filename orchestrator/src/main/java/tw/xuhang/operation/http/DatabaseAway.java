package tw.xuhang.operation.http;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.jdbc.exceptions.CannotGetJdbcConnectionException;
import io.micronaut.data.exceptions.DataAccessException;
import io.micronaut.http.HttpHeaders;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.server.exceptions.ExceptionHandler;
import io.micronaut.http.server.exceptions.response.ErrorContext;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import tw.xuhang.evidence.JournalUnavailable;
import tw.xuhang.evidence.store.Trouble;
import tw.xuhang.web.http.Errors;

/**
 * A request that meets an absent database is told to come again (O2); a source of signals that read 500
 * might give up.
 */
@Singleton
final class DatabaseAway {

    private static final String RETRY_AFTER_SECONDS = "5";
    private static final int DEEPEST = 20;

    private final Errors errors;

    DatabaseAway(Errors errors) {
        this.errors = errors;
    }

    private HttpResponse<?> answer(HttpRequest<?> request, RuntimeException failure) {
        return isAway(failure)
                ? errors.answer(request, HttpStatus.SERVICE_UNAVAILABLE)
                        .header(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS)
                : errors.processResponse(
                        ErrorContext.builder(request).cause(failure).build(), HttpResponse.serverError());
    }

    private static boolean isAway(Throwable failure) {
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

    @Singleton
    static final class OnJournal implements ExceptionHandler<JournalUnavailable, HttpResponse<?>> {
        private final DatabaseAway away;

        OnJournal(DatabaseAway away) {
            this.away = away;
        }

        @Override
        @SuppressWarnings("rawtypes") // as the framework declares it
        public HttpResponse<?> handle(HttpRequest request, JournalUnavailable failure) {
            return away.answer(request, failure);
        }
    }

    @Singleton
    static final class OnConnection implements ExceptionHandler<ConnectionException, HttpResponse<?>> {
        private final DatabaseAway away;

        OnConnection(DatabaseAway away) {
            this.away = away;
        }

        @Override
        @SuppressWarnings("rawtypes") // as the framework declares it
        public HttpResponse<?> handle(HttpRequest request, ConnectionException failure) {
            return away.answer(request, failure);
        }
    }

    @Singleton
    static final class OnAccess implements ExceptionHandler<DataAccessException, HttpResponse<?>> {
        private final DatabaseAway away;

        OnAccess(DatabaseAway away) {
            this.away = away;
        }

        @Override
        @SuppressWarnings("rawtypes") // as the framework declares it
        public HttpResponse<?> handle(HttpRequest request, DataAccessException failure) {
            return away.answer(request, failure);
        }
    }

    @Singleton
    static final class OnPool implements ExceptionHandler<CannotGetJdbcConnectionException, HttpResponse<?>> {
        private final DatabaseAway away;

        OnPool(DatabaseAway away) {
            this.away = away;
        }

        @Override
        @SuppressWarnings("rawtypes") // as the framework declares it
        public HttpResponse<?> handle(HttpRequest request, CannotGetJdbcConnectionException failure) {
            return away.answer(request, failure);
        }
    }
}
