package tw.xuhang.desk.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import tw.xuhang.access.Action;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.desk.Overview;
import tw.xuhang.readiness.Readiness;
import tw.xuhang.web.Words;
import tw.xuhang.web.http.Pages;
import tw.xuhang.web.view.Chrome;

/** The page that says which runbook could not run tonight, and who has to see to it. */
@Controller("/readiness")
@Produces(Pages.TEXT_HTML)
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReadinessController {

    private final Overview overview;
    private final Readiness readiness;
    private final Pages pages;

    ReadinessController(Overview overview, Readiness readiness, Pages pages) {
        this.overview = overview;
        this.readiness = readiness;
        this.pages = pages;
    }

    @Get
    @Allowed(Action.READ_CASES)
    HttpResponse<?> page(HttpRequest<?> request) {
        Words words = pages.words(request);
        Chrome page = pages.chrome(request, words.get("readiness.title"), null);
        return pages.page("readiness", page, Map.of("view", overview.readiness(words, Viewers.account(request))));
    }

    @Post
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Allowed(Action.OPERATE)
    HttpResponse<?> look() throws InterruptedException {
        readiness.examine();
        return Pages.see("/readiness");
    }
}
