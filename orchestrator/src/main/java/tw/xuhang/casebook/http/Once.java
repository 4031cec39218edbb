package tw.xuhang.casebook.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.json.JsonMapper;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tw.xuhang.access.Secrets;
import tw.xuhang.casebook.Repetitions;
import tw.xuhang.casebook.Repetitions.Seen;
import tw.xuhang.runbook.Text;

/**
 * Does a request with an {@code Idempotency-Key} once. Sent again as it was, it gets the same answer;
 * what was refused may be tried again under the same key.
 */
@Singleton
final class Once {

    static final String KEY = "Idempotency-Key";
    static final String REPLAYED = "Idempotency-Replayed";

    private final Repetitions repetitions;
    private final JsonMapper json;
    private final Problems problems;

    Once(Repetitions repetitions, JsonMapper json, Problems problems) {
        this.repetitions = repetitions;
        this.json = json;
        this.problems = problems;
    }

    /** As {@link #run}, for what would be done twice if it were sent twice without a key. */
    HttpResponse<?> runWithKey(
            HttpRequest<?> request, String caller, Object asked, Supplier<? extends MutableHttpResponse<?>> act) {
        return header(request).isEmpty()
                ? problems.of(
                        request,
                        HttpStatus.BAD_REQUEST,
                        "idempotency-key-missing",
                        new Text(
                                "請加上 Idempotency-Key 標頭，重送才不會重複執行。",
                                "send an Idempotency-Key, so that a repetition is not done twice."))
                : run(request, caller, asked, act);
    }

    /**
     * @param asked what was sent, without codes that are worth something only once
     * @param act what is to be done at most once
     */
    HttpResponse<?> run(
            HttpRequest<?> request, String caller, Object asked, Supplier<? extends MutableHttpResponse<?>> act) {
        String header = header(request);
        if (header.isEmpty()) {
            return act.get();
        }
        Optional<String> key = Repetitions.key(header);
        if (key.isEmpty()) {
            return problems.of(
                    request,
                    HttpStatus.BAD_REQUEST,
                    "idempotency-key-malformed",
                    new Text(
                            "Idempotency-Key 須為 1 至 190 個可見 ASCII 字元。",
                            "an Idempotency-Key is 1 to 190 visible ASCII characters."));
        }
        String whole = request.getMethodName() + ' ' + request.getPath() + '\n' + write(asked);
        var repeated = new Repetitions.Request(caller, key.get(), Secrets.hash(whole));
        return switch (repetitions.begin(repeated)) {
            case Seen.New _ -> first(repeated, act.get());
            case Seen.Done done -> again(done.answer());
            case Seen.UnderWay _ ->
                problems.of(
                        request,
                        HttpStatus.CONFLICT,
                        "idempotency-key-in-progress",
                        new Text(
                                "同一請求仍在處理，或處理中途服務中斷；請先查看結果，再以新的 Idempotency-Key 送出。",
                                "this request is under way, or the service stopped in the middle of it: look what became of it before you send it under a new key."));
            case Seen.Other _ ->
                problems.of(
                        request,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "idempotency-key-reused",
                        new Text("此 Idempotency-Key 已用於另一個請求。", "this Idempotency-Key belongs to another request."));
        };
    }

    /** What failed without an answer stays under way: nobody knows whether it was done. */
    private HttpResponse<?> first(Repetitions.Request request, MutableHttpResponse<?> answer) {
        if (answer.code() >= 300) {
            repetitions.undone(request);
            return answer;
        }
        String location = answer.getHeaders().get("Location", String.class, "");
        repetitions.answered(request, new Repetitions.Answer(answer.code(), location, write(answer.body())));
        return answer;
    }

    private static HttpResponse<?> again(Repetitions.Answer answer) {
        MutableHttpResponse<String> same =
                HttpResponse.<String>status(HttpStatus.valueOf(answer.status())).header(REPLAYED, "true");
        if (!answer.location().isEmpty()) {
            same.header("Location", answer.location());
        }
        return answer.body().isEmpty()
                ? same
                : same.contentType(MediaType.APPLICATION_JSON_TYPE).body(answer.body());
    }

    private static String header(HttpRequest<?> request) {
        return request.getHeaders().get(KEY, String.class, "").strip();
    }

    private String write(@Nullable Object value) {
        try {
            return value == null ? "" : new String(json.writeValueAsBytes(value), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
