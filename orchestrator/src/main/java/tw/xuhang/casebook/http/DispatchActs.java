package tw.xuhang.casebook.http;

import io.micronaut.core.annotation.Introspected;
import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tw.xuhang.access.Action;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.directory.Directory;
import tw.xuhang.dispatch.Answer;
import tw.xuhang.dispatch.Answerer;
import tw.xuhang.dispatch.Dispatches;
import tw.xuhang.dispatch.Refusal;
import tw.xuhang.runbook.Text;

/** 代廠商登錄: what a vendor says on the telephone, written down on its order by somebody of the office (D2). */
@Controller("/api/v1/dispatches")
@Allowed(Action.ORDER_VENDOR)
@ExecuteOn(TaskExecutors.BLOCKING)
final class DispatchActs {

    private final Dispatches dispatches;
    private final Directory directory;
    private final Once once;
    private final Problems problems;

    DispatchActs(Dispatches dispatches, Directory directory, Once once, Problems problems) {
        this.dispatches = dispatches;
        this.directory = directory;
        this.once = once;
        this.problems = problems;
    }

    /**
     * What was said. Each act reads the fields that are its own.
     *
     * @param spoke who said it, by function
     * @param eta for {@code eta}: when somebody will be there
     * @param point for {@code report}: 障礙點
     * @param section for {@code report}: 影響區間
     * @param scope for {@code report}: 範圍
     * @param whyNot for {@code report}: why one of the three cannot be said
     * @param cause for {@code fixed}
     * @param reason for {@code decline}
     */
    @Introspected
    record Words(
            @Nullable String spoke,
            @Nullable Instant eta,
            @Nullable String point,
            @Nullable String section,
            @Nullable String scope,
            @Nullable String whyNot,
            @Nullable String cause,
            @Nullable String reason) {}

    /** The vendor takes the order. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DispatchView.class)))
    @Post("/{key}/ack")
    HttpResponse<?> acknowledge(HttpRequest<?> request, String key, @Body Words words) {
        return act(request, key, words, by -> dispatches.acknowledge(key, by));
    }

    /** The vendor does not take the order, with a reason. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DispatchView.class)))
    @Post("/{key}/decline")
    HttpResponse<?> decline(HttpRequest<?> request, String key, @Body Words words) {
        return act(request, key, words, by -> dispatches.decline(key, by, Said.text(words.reason())));
    }

    /** The vendor says when somebody will be there. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DispatchView.class)))
    @Post("/{key}/eta")
    HttpResponse<?> eta(HttpRequest<?> request, String key, @Body Words words) {
        Instant eta = words.eta();
        return eta == null
                ? problems.of(
                        request,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        "eta-missing",
                        new Text("請填寫預計到達時間。", "say when somebody will be there."),
                        List.of(new Declined.Fault("/eta", "missing")))
                : act(request, key, words, by -> dispatches.eta(key, by, eta));
    }

    /** Somebody of the vendor is on the spot. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DispatchView.class)))
    @Post("/{key}/arrived")
    HttpResponse<?> arrived(HttpRequest<?> request, String key, @Body Words words) {
        return act(request, key, words, by -> dispatches.arrived(key, by));
    }

    /** What the vendor found: fault point, section and scope, or why it cannot say (P-16). */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DispatchView.class)))
    @Post("/{key}/report")
    HttpResponse<?> report(HttpRequest<?> request, String key, @Body Words words) {
        return act(
                request,
                key,
                words,
                by -> dispatches.report(
                        key,
                        by,
                        Said.text(words.point()),
                        Said.text(words.section()),
                        Said.text(words.scope()),
                        Said.text(words.whyNot())));
    }

    /** It is repaired. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = DispatchView.class)))
    @Post("/{key}/fixed")
    HttpResponse<?> fixed(HttpRequest<?> request, String key, @Body Words words) {
        return act(request, key, words, by -> dispatches.fixed(key, by, Said.text(words.cause())));
    }

    private HttpResponse<?> act(HttpRequest<?> request, String key, Words words, Function<Answerer, Answer> act) {
        return once.run(request, Callers.key(request), words, () -> {
            if (!Wanted.isKey(key)) {
                return problems.unknown(request, "dispatch", key);
            }
            String recorder = Callers.actor(request).name();
            return answer(request, act.apply(Answerer.byPhone(Said.text(words.spoke(), 120), recorder)));
        });
    }

    private MutableHttpResponse<?> answer(HttpRequest<?> request, Answer answer) {
        return switch (answer) {
            case Answer.Recorded recorded -> HttpResponse.ok(DispatchView.of(recorded.order(), directory));
            case Answer.Declined declined -> declined(request, declined.why());
        };
    }

    private MutableHttpResponse<?> declined(HttpRequest<?> request, Refusal why) {
        String code = Word.ofType(why.getClass());
        return switch (why) {
            case Refusal.Unknown unknown -> problems.unknown(request, "dispatch", unknown.order());
            case Refusal.SaidAlready said ->
                problems.of(
                        request,
                        HttpStatus.CONFLICT,
                        code,
                        new Text(
                                "此答復已於 %s 記錄，未重複記錄。".formatted(said.at()),
                                "this was said before (%s); nothing was recorded.".formatted(said.at())));
            case Refusal.NotOpen over ->
                problems.of(
                        request,
                        HttpStatus.CONFLICT,
                        code,
                        new Text(
                                "派工單狀態為 %s，不再接受答復。".formatted(Word.of(over.stage())),
                                "the order is %s and takes no more answers.".formatted(Word.of(over.stage()))));
            case Refusal.ReasonMissing _ -> problems.reasonMissing(request);
            case Refusal.ReportIncomplete _ ->
                problems.of(
                        request,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        code,
                        new Text("請填寫障礙點、影響區間及範圍，或說明無法填寫之原因。", "name fault point, section and scope, or say why not."));
            case Refusal.EtaPassed _ ->
                problems.of(
                        request,
                        HttpStatus.UNPROCESSABLE_ENTITY,
                        code,
                        new Text("預計到達時間已過。", "this time of arrival has passed."),
                        List.of(new Declined.Fault("/eta", "passed")));
        };
    }
}
