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
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tw.xuhang.access.Action;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.access.http.Open;
import tw.xuhang.directory.Directory;
import tw.xuhang.publication.Answer;
import tw.xuhang.publication.Catalogue;
import tw.xuhang.publication.Deed;
import tw.xuhang.publication.Edition;
import tw.xuhang.publication.Publications;
import tw.xuhang.publication.Refusal;
import tw.xuhang.publication.RefusalText;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.language.Source;

/**
 * What people do about versions of runbooks (P-30). Who acts is the person of the session or of the password; whether
 * they may, also as a deputy, is the version's own rule.
 */
@Controller("/api/v1/runbooks")
@ExecuteOn(TaskExecutors.BLOCKING)
final class RunbookActs {

    private static final String OPEN =
            "asks for the person itself: no token reviews or publishes, and a deputy has no role";

    private final Publications publications;
    private final Catalogue catalogue;
    private final Persons persons;
    private final Once once;
    private final Problems problems;
    private final Directory directory;

    RunbookActs(
            Publications publications,
            Catalogue catalogue,
            Persons persons,
            Once once,
            Problems problems,
            Directory directory) {
        this.publications = publications;
        this.catalogue = catalogue;
        this.persons = persons;
        this.once = once;
        this.problems = problems;
        this.directory = directory;
    }

    /** @param text of the whole file, YAML */
    @Introspected
    record Submission(@Nullable String text) {}

    /**
     * What is said with an act.
     *
     * @param against version in force that it was compared with, empty for none
     * @param acknowledged rules whose warnings were seen
     * @param reason for a return or a withdrawal; a note with the others
     * @param code of the person's second factor, now; it works once
     */
    @Introspected
    record Words(
            @Nullable String against,
            @Nullable List<String> acknowledged,
            @Nullable String reason,
            @Nullable String code) {

        List<String> withoutCode() {
            return List.of(String.valueOf(against), String.valueOf(acknowledged), Said.text(reason));
        }

        private Deed.Said said(String compared) {
            return new Deed.Said(
                    compared, acknowledged == null ? Set.of() : Set.copyOf(acknowledged), Said.text(reason));
        }
    }

    /** Makes a draft of a text. A text that is known already is that version still. */
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = VersionView.class)))
    @Post
    @Allowed(Action.DRAFT_RUNBOOK)
    HttpResponse<?> submit(HttpRequest<?> request, @Body Submission wish) {
        byte[] bytes = (wish.text() == null ? "" : wish.text()).getBytes(StandardCharsets.UTF_8);
        return once.run(request, Callers.key(request), wish, () -> {
            // A name without an ending: what the runbook is called stands in it.
            Answer answer = publications.submit(new Source("submitted", bytes), Callers.actor(request));
            return switch (answer) {
                case Answer.Recorded done ->
                    HttpResponse.created(view(done))
                            .header("Location", "/api/v1/runbooks/" + done.runbook() + "/versions/" + done.version());
                case Answer.Declined declined -> declined(request, declined.why());
            };
        });
    }

    /** The leader has examined a version. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = VersionView.class)))
    @Post("/{key}/versions/{version}/review")
    @Open(OPEN)
    HttpResponse<?> review(HttpRequest<?> request, String key, String version, @Body Words words) {
        return act(request, key, version, words, new Deed.Review(said(key, words)));
    }

    /** The CISO puts a version in force. Needs a fresh code of the second factor. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = VersionView.class)))
    @Post("/{key}/versions/{version}/publish")
    @Open(OPEN)
    HttpResponse<?> publish(HttpRequest<?> request, String key, String version, @Body Words words) {
        return act(request, key, version, words, new Deed.Publish(said(key, words)));
    }

    /** The leader or the CISO sends a version back to the team, with a reason. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = VersionView.class)))
    @Post("/{key}/versions/{version}/return")
    @Open(OPEN)
    HttpResponse<?> giveBack(HttpRequest<?> request, String key, String version, @Body Words words) {
        return act(request, key, version, words, new Deed.GiveBack(Said.text(words.reason())));
    }

    /** The CISO takes a version back, with a reason: nothing for real begins with it. Needs a fresh code. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = VersionView.class)))
    @Post("/{key}/versions/{version}/withdraw")
    @Open(OPEN)
    HttpResponse<?> withdraw(HttpRequest<?> request, String key, String version, @Body Words words) {
        return act(request, key, version, words, new Deed.Withdraw(Said.text(words.reason())));
    }

    /** What would be refused in any case is refused before a code is used up for it. */
    private HttpResponse<?> act(HttpRequest<?> request, String key, String version, Words words, Deed deed) {
        return persons.as(
                request,
                who -> once.run(request, who.caller(), words.withoutCode(), () -> {
                    Optional<String> named = Wanted.isKey(key)
                            ? catalogue
                                    .of(key)
                                    .flatMap(title -> Catalogue.named(title.history(), version))
                                    .map(Edition::version)
                            : Optional.empty();
                    if (named.isEmpty()) {
                        return problems.unknown(request, "version", version);
                    }
                    String by = who.account().name();
                    return publications
                            .obstacle(key, named.get(), by, deed)
                            .<MutableHttpResponse<?>>map(why -> declined(request, why))
                            .or(() -> persons.trouble(request, who, words.code(), deed.decides()))
                            .orElseGet(() -> answer(request, publications.act(key, named.get(), by, deed)));
                }));
    }

    private Optional<String> named(String key, String version) {
        return Wanted.isKey(key)
                ? catalogue
                        .of(key)
                        .flatMap(title -> Catalogue.named(title.history(), version))
                        .map(Edition::version)
                : Optional.empty();
    }

    /** Also the version compared with is named by how it begins. */
    private Deed.Said said(String key, Words words) {
        String against = Said.text(words.against());
        return words.said(named(key, against).orElse(against));
    }

    private MutableHttpResponse<?> answer(HttpRequest<?> request, Answer answer) {
        return switch (answer) {
            case Answer.Recorded done -> HttpResponse.ok(view(done));
            case Answer.Declined declined -> declined(request, declined.why());
        };
    }

    private static VersionView view(Answer.Recorded done) {
        return VersionView.of(
                done.history(), done.history().edition(done.version()).orElseThrow());
    }

    private MutableHttpResponse<Declined> declined(HttpRequest<?> request, Refusal why) {
        Text text = new RefusalText(directory).of(why);
        return problems.of(request, status(why), Word.ofType(why.getClass()), text, faults(why));
    }

    private static List<Declined.Fault> faults(Refusal why) {
        return switch (why) {
            case Refusal.Invalid invalid ->
                invalid.errors().stream()
                        .map(found -> new Declined.Fault(
                                "%d:%d".formatted(found.line(), found.column()),
                                found.message() + " [" + found.rule().id() + "]"))
                        .toList();
            case Refusal.NotAcknowledged open ->
                open.rules().stream()
                        .map(rule -> new Declined.Fault("/acknowledged", rule))
                        .toList();
            default -> List.of();
        };
    }

    private static HttpStatus status(Refusal why) {
        return switch (why) {
            case Refusal.Unknown _ -> HttpStatus.NOT_FOUND;
            case Refusal.NotOnFile _, Refusal.NoAuthority _, Refusal.SamePerson _ -> HttpStatus.FORBIDDEN;
            case Refusal.NotReviewed _,
                    Refusal.AlreadyReviewed _,
                    Refusal.AlreadyPublished _,
                    Refusal.LookAgain _,
                    Refusal.NothingToReturn _,
                    Refusal.NothingToWithdraw _ -> HttpStatus.CONFLICT;
            case Refusal.Invalid _, Refusal.NotAcknowledged _, Refusal.ReasonMissing _ ->
                HttpStatus.UNPROCESSABLE_ENTITY;
        };
    }
}
