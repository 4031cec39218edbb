package tw.xuhang.casebook.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MutableHttpResponse;
import jakarta.inject.Singleton;
import java.util.List;
import tw.xuhang.publication.Repertoire.Choice;
import tw.xuhang.runbook.Text;
import tw.xuhang.web.Problem;
import tw.xuhang.web.Words;
import tw.xuhang.web.http.Pages;

/** Says in the caller's language why something was not done (RFC 9457). */
@Singleton
final class Problems {

    private final Pages pages;

    Problems(Pages pages) {
        this.pages = pages;
    }

    MutableHttpResponse<Declined> of(HttpRequest<?> request, HttpStatus status, String code, Text detail) {
        return of(request, status, code, detail, List.of());
    }

    /** @param faults what is missing or wrong, one line each */
    MutableHttpResponse<Declined> of(
            HttpRequest<?> request, HttpStatus status, String code, Text detail, List<Declined.Fault> faults) {
        Words words = pages.words(request);
        String key = "error." + status.getCode() + ".title";
        String title = words.get(words.has(key) ? key : "error.400.title");
        var problem = Problem.of(
                status.getCode(), code, title, detail.in(words.language().tag()));
        return HttpResponse.<Declined>status(status)
                .body(Declined.of(problem, faults))
                .contentType(Problem.MEDIA_TYPE);
    }

    /** @param what kind of thing, e.g. {@code incident} */
    MutableHttpResponse<Declined> unknown(HttpRequest<?> request, String what, String key) {
        return of(
                request,
                HttpStatus.NOT_FOUND,
                "unknown-" + what,
                new Text("查無此項：%s %s。".formatted(what, key), "there is no %s %s.".formatted(what, key)));
    }

    /** Why a runbook, or a version of it, cannot be taken (P-30). */
    MutableHttpResponse<Declined> unavailable(HttpRequest<?> request, Choice why) {
        return switch (why) {
            case Choice.UnknownRunbook(String key) ->
                unavailable(request, "unknown-runbook", "查無手冊 " + key + "。", "there is no runbook " + key + ".");
            case Choice.UnknownVersion(String key, String version) ->
                unavailable(
                        request,
                        "unknown-version",
                        "手冊 " + key + " 沒有版本 " + version + "。",
                        "runbook " + key + " has no version " + version + ".");
            case Choice.NotPublished(String key, _) ->
                unavailable(
                        request,
                        "not-published",
                        "手冊 " + key + " 的這個版本尚未公布，只能用於演練或模擬。",
                        "this version of runbook " + key + " is not published: it runs in a drill or a simulation only.");
            case Choice.Withdrawn(String key, _) ->
                unavailable(
                        request,
                        "withdrawn",
                        "手冊 " + key + " 的這個版本已由資安長撤回。",
                        "the CISO has withdrawn this version of runbook " + key + ".");
            case Choice.Taken _ -> throw new IllegalArgumentException("nothing is wrong with it");
        };
    }

    private MutableHttpResponse<Declined> unavailable(HttpRequest<?> request, String code, String zh, String en) {
        return of(request, HttpStatus.UNPROCESSABLE_ENTITY, code, new Text(zh, en));
    }

    MutableHttpResponse<Declined> unknownParameters(HttpRequest<?> request, List<String> names) {
        return of(
                request,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "unknown-parameters",
                new Text("手冊沒有這些參數。", "the runbook has no such parameters."),
                names.stream()
                        .map(name -> new Declined.Fault("/parameters/" + name, "unknown"))
                        .toList());
    }

    MutableHttpResponse<Declined> alreadyClosed(HttpRequest<?> request, String number) {
        return of(
                request,
                HttpStatus.CONFLICT,
                "already-closed",
                new Text("%s 已結案。".formatted(number), "%s is closed already.".formatted(number)));
    }

    MutableHttpResponse<Declined> badState(HttpRequest<?> request) {
        return of(
                request,
                HttpStatus.BAD_REQUEST,
                "bad-state",
                new Text("state 須為 open、closed 或 all。", "state is one of open, closed, all."));
    }

    MutableHttpResponse<Declined> reasonMissing(HttpRequest<?> request) {
        return of(
                request,
                HttpStatus.UNPROCESSABLE_ENTITY,
                "reason-missing",
                new Text("請填寫理由。", "say why."),
                List.of(new Declined.Fault("/reason", "missing")));
    }
}
