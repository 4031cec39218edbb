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
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tw.xuhang.access.http.Open;
import tw.xuhang.consent.Answer;
import tw.xuhang.consent.AskingAnew;
import tw.xuhang.consent.ConsentRequest;
import tw.xuhang.consent.Consents;
import tw.xuhang.consent.Ground;
import tw.xuhang.consent.Refusal;
import tw.xuhang.consent.RefusalText;
import tw.xuhang.directory.Directory;
import tw.xuhang.incident.Incidents;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Text;

/**
 * The leader's and the CISO's acts (P-25). Who acts is the person of the session or of the password, never a
 * field of what is sent; whether they may, also as a deputy, is the request's own rule (C1).
 */
@Controller("/api/v1/consents")
@Open("asks for the person itself: no token requests, consents or declares, and a deputy has no role")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ConsentActs {

    private final Consents consents;
    private final AskingAnew asking;
    private final Incidents incidents;
    private final Persons persons;
    private final Once once;
    private final Problems problems;
    private final Directory directory;
    private final InstantSource clock;

    ConsentActs(
            Consents consents,
            AskingAnew asking,
            Incidents incidents,
            Persons persons,
            Once once,
            Problems problems,
            Directory directory,
            InstantSource clock) {
        this.consents = consents;
        this.asking = asking;
        this.incidents = incidents;
        this.persons = persons;
        this.once = once;
        this.problems = problems;
        this.directory = directory;
        this.clock = clock;
    }

    /**
     * What is said with an act.
     *
     * @param version of the facts that the person has seen (C2)
     * @param ground for a request: {@code limit-reached}, {@code plan-condition} or {@code over}
     * @param note a reason where one is needed: for a refusal, and for a request before any limit
     * @param code of the person's second factor, now; it works once
     */
    @Introspected
    record Words(
            @Nullable Integer version,
            @Nullable String ground,
            @Nullable String note,
            @Nullable String code) {

        String said() {
            return Said.text(note);
        }

        List<String> withoutCode() {
            return List.of(String.valueOf(version), String.valueOf(ground), said());
        }
    }

    private interface Act {
        Answer by(String account, int version);
    }

    /**
     * The case in which consent is to be asked for anew.
     *
     * @param incident number of an open case
     * @param code of the second factor, where the person comes by password
     */
    @Introspected
    record Anew(@Nullable String incident, @Nullable String code) {}

    /** Opens a request that no run asks for, to declare or, where that is done, to stand down; the leader then makes it. */
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ConsentView.class)))
    @Post
    HttpResponse<?> anew(HttpRequest<?> request, @Body Anew wish) {
        String number = Said.text(wish.incident());
        return persons.as(
                request,
                who -> once.run(request, who.caller(), number, () -> {
                    Optional<Mode> mode = Wanted.isKey(number) ? incidents.openMode(number) : Optional.empty();
                    if (mode.isEmpty()) {
                        return problems.unknown(request, "incident", number);
                    }
                    Optional<MutableHttpResponse<?>> trouble = persons.trouble(request, who, wish.code(), false);
                    return trouble.isPresent()
                            ? trouble.get()
                            : made(
                                    request,
                                    asking.open(
                                            number, mode.get(), who.account().name()));
                }));
    }

    private MutableHttpResponse<?> made(HttpRequest<?> request, Answer answer) {
        return switch (answer) {
            case Answer.Recorded recorded ->
                HttpResponse.created(ConsentView.of(recorded.request(), directory, clock.instant()))
                        .header(
                                "Location",
                                "/api/v1/consents/" + recorded.request().key());
            case Answer.Declined declined -> declined(request, declined.why());
        };
    }

    /** The leader asks for consent. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ConsentView.class)))
    @Post("/{key}/request")
    HttpResponse<?> request(HttpRequest<?> request, String key, @Body Words words) {
        String word = words.ground() == null ? Word.of(Ground.LIMIT_REACHED) : words.ground();
        Optional<Ground> ground =
                Stream.of(Ground.values()).filter(g -> Word.of(g).equals(word)).findFirst();
        if (ground.isEmpty()) {
            return problems.of(
                    request,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "unknown-ground",
                    new Text(
                            "事由須為 limit-reached、plan-condition 或 over。",
                            "a ground is limit-reached, plan-condition or over."),
                    List.of(new Declined.Fault("/ground", "unknown")));
        }
        return act(
                request,
                key,
                words,
                false,
                (account, version) -> consents.request(key, account, version, ground.get(), words.said()));
    }

    /** The CISO consents. Needs a fresh code of the second factor. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ConsentView.class)))
    @Post("/{key}/grant")
    HttpResponse<?> grant(HttpRequest<?> request, String key, @Body Words words) {
        return act(
                request, key, words, true, (account, version) -> consents.grant(key, account, version, words.said()));
    }

    /** The CISO refuses, with a reason. Needs a fresh code of the second factor. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ConsentView.class)))
    @Post("/{key}/refuse")
    HttpResponse<?> refuse(HttpRequest<?> request, String key, @Body Words words) {
        return act(
                request, key, words, true, (account, version) -> consents.refuse(key, account, version, words.said()));
    }

    /** The leader declares, or stands down, on a consent that was given. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = ConsentView.class)))
    @Post("/{key}/declare")
    HttpResponse<?> declare(HttpRequest<?> request, String key, @Body Words words) {
        return act(
                request,
                key,
                words,
                false,
                (account, version) -> consents.declare(key, account, version, words.said()));
    }

    private HttpResponse<?> act(HttpRequest<?> request, String key, Words words, boolean decides, Act act) {
        return persons.as(
                request,
                who -> once.run(request, who.caller(), words.withoutCode(), () -> {
                    Optional<MutableHttpResponse<?>> early = early(request, key, words);
                    if (early.isPresent()) {
                        return early.get();
                    }
                    Optional<MutableHttpResponse<?>> trouble = persons.trouble(request, who, words.code(), decides);
                    int version = words.version() == null ? 0 : words.version();
                    return trouble.isPresent()
                            ? trouble.get()
                            : answer(request, act.by(who.account().name(), version));
                }));
    }

    /** What would be declined in any case is declined before a code is used up for it. */
    private Optional<MutableHttpResponse<?>> early(HttpRequest<?> request, String key, Words words) {
        if (!Wanted.isKey(key) || consents.get(key).opened().isEmpty()) {
            return Optional.of(problems.unknown(request, "consent", key));
        }
        if (words.version() == null) {
            return Optional.of(problems.of(
                    request,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "version-missing",
                    new Text("請填寫您所看到的事實版次。", "say which version of the facts you have seen."),
                    List.of(new Declined.Fault("/version", "missing"))));
        }
        ConsentRequest seen = consents.get(key);
        boolean stale = seen.phase().duty().isPresent() && seen.version() != words.version();
        return stale
                ? Optional.of(declined(request, new Refusal.LookAgain(key, words.version(), seen.version())))
                : Optional.empty();
    }

    private MutableHttpResponse<?> answer(HttpRequest<?> request, Answer answer) {
        return switch (answer) {
            case Answer.Recorded recorded ->
                HttpResponse.ok(ConsentView.of(recorded.request(), directory, clock.instant()));
            case Answer.Declined declined -> declined(request, declined.why());
        };
    }

    private MutableHttpResponse<Declined> declined(HttpRequest<?> request, Refusal why) {
        Text text = new RefusalText(directory, clock.instant()).of(why);
        return problems.of(request, status(why), Word.ofType(why.getClass()), text);
    }

    private static HttpStatus status(Refusal why) {
        return switch (why) {
            case Refusal.Unknown _ -> HttpStatus.NOT_FOUND;
            case Refusal.NotOnFile _, Refusal.NoAuthority _, Refusal.SamePerson _ -> HttpStatus.FORBIDDEN;
            case Refusal.NotYet _,
                    Refusal.NothingPrepared _,
                    Refusal.StillOpen _,
                    Refusal.AlreadyRequested _,
                    Refusal.AlreadyDecided _,
                    Refusal.AlreadyDeclared _,
                    Refusal.WasRefused _,
                    Refusal.WasWithdrawn _,
                    Refusal.LookAgain _,
                    Refusal.LimitNotReached _,
                    Refusal.NothingToRatify _ -> HttpStatus.CONFLICT;
            case Refusal.NoGround _,
                    Refusal.ReasonMissing _,
                    Refusal.NumberNotOnFile _,
                    Refusal.NoWitness _,
                    Refusal.ReadBackWrong _ -> HttpStatus.UNPROCESSABLE_ENTITY;
        };
    }
}
