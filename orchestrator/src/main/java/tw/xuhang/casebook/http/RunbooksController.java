package tw.xuhang.casebook.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tw.xuhang.access.Action;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.publication.Catalogue;
import tw.xuhang.publication.Edition;
import tw.xuhang.publication.History;
import tw.xuhang.publication.LineDifference;
import tw.xuhang.runbook.language.Source;

/** Runbooks and their versions. A version is named by its SHA-256, or by how that begins, eight characters at least. */
@Controller("/api/v1/runbooks")
@Allowed(Action.READ_CASES)
@ExecuteOn(TaskExecutors.BLOCKING)
final class RunbooksController {

    private final Catalogue catalogue;
    private final Problems problems;

    RunbooksController(Catalogue catalogue, Problems problems) {
        this.catalogue = catalogue;
        this.problems = problems;
    }

    /** Every runbook, by key. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RunbookView.All.class)))
    @Get
    HttpResponse<?> all() {
        List<Catalogue.Title> titles = catalogue.all();
        return HttpResponse.ok(new RunbookView.All(
                titles.stream().map(title -> RunbookView.of(catalogue, title)).toList(),
                catalogue.ofStrangers(titles).stream()
                        .map(VersionView.Found::of)
                        .toList()));
    }

    /** One runbook with its versions, the newest first. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RunbookView.class)))
    @Get("/{key}/versions")
    HttpResponse<?> versions(HttpRequest<?> request, String key) {
        return with(request, key, title -> HttpResponse.ok(RunbookView.of(catalogue, title)));
    }

    /** A version: its text, what the rules say of it in this office, and what differs from the one in force. */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = VersionView.Whole.class)))
    @Get("/{key}/versions/{version}")
    HttpResponse<?> version(HttpRequest<?> request, String key, String version) {
        return with(
                request,
                key,
                title -> Catalogue.named(title.history(), version)
                        .<HttpResponse<?>>map(
                                edition -> HttpResponse.ok(whole(catalogue, title.key(), title.history(), edition)))
                        .orElseGet(() -> problems.unknown(request, "version", version)));
    }

    static VersionView.Whole whole(Catalogue catalogue, String key, History history, Edition edition) {
        String against = history.inForce().orElse("");
        return new VersionView.Whole(
                key,
                VersionView.of(history, edition),
                against,
                catalogue.findings(edition.version()).stream()
                        .map(VersionView.Found::of)
                        .toList(),
                catalogue.difference(against, edition.version()).stream()
                        .map(LineDifference.Line::toString)
                        .toList(),
                catalogue.source(edition.version()).map(Source::text).orElse(""));
    }

    /** What differs between two versions; where nothing is said, from the one in force to the newest. */
    @ApiResponse(
            responseCode = "200",
            content = @Content(schema = @Schema(implementation = VersionView.Difference.class)))
    @Get("/{key}/difference")
    HttpResponse<?> difference(
            HttpRequest<?> request, String key, @QueryValue Optional<String> from, @QueryValue Optional<String> to) {
        return with(request, key, title -> {
            History history = title.history();
            Optional<Edition> old = from.flatMap(name -> Catalogue.named(history, name));
            Optional<Edition> young = to.map(name -> Catalogue.named(history, name))
                    .orElseGet(() -> history.newestFirst().stream().findFirst());
            if ((from.isPresent() && old.isEmpty()) || young.isEmpty()) {
                return problems.unknown(
                        request,
                        "version",
                        from.filter(_ -> old.isEmpty()).or(() -> to).orElse(""));
            }
            String before = old.map(Edition::version).or(history::inForce).orElse("");
            String after = young.get().version();
            return HttpResponse.ok(VersionView.Difference.of(key, before, after, catalogue.difference(before, after)));
        });
    }

    private HttpResponse<?> with(
            HttpRequest<?> request, String key, Function<Catalogue.Title, HttpResponse<?>> answer) {
        Optional<Catalogue.Title> title = Wanted.isKey(key) ? catalogue.of(key) : Optional.empty();
        return title.isEmpty() ? problems.unknown(request, "runbook", key) : answer.apply(title.get());
    }
}
