package tw.xuhang.desk.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import tw.xuhang.access.Account;
import tw.xuhang.access.Action;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.access.http.Recognition;
import tw.xuhang.access.http.SignedIn;
import tw.xuhang.access.http.Visitor;
import tw.xuhang.desk.Overview;
import tw.xuhang.web.Words;
import tw.xuhang.web.http.Live;
import tw.xuhang.web.http.Pages;
import tw.xuhang.web.http.Regions;
import tw.xuhang.web.view.BoardView;
import tw.xuhang.web.view.Chrome;
import tw.xuhang.web.view.Mode;
import tw.xuhang.web.view.Region;

/** 戰情看板, and what waits for the viewer. */
@Controller
@ExecuteOn(TaskExecutors.BLOCKING)
final class BoardController {

    private final Overview overview;
    private final Pages pages;
    private final Regions regions;
    private final Live live;
    private final Recognition recognition;

    BoardController(Overview overview, Pages pages, Regions regions, Live live, Recognition recognition) {
        this.overview = overview;
        this.pages = pages;
        this.regions = regions;
        this.live = live;
        this.recognition = recognition;
    }

    @Get("/")
    @SignedIn
    @Produces(Pages.TEXT_HTML)
    HttpResponse<?> board(HttpRequest<?> request) {
        Account viewer = Viewers.account(request);
        if (!viewer.may(Action.READ_CASES)) {
            return Pages.see("/waiting");
        }
        Words words = pages.words(request);
        BoardView board = overview.board(words, viewer);
        boolean real = board.rows().stream().anyMatch(row -> row.mode() == Mode.REAL);
        Chrome page = pages.chrome(request, words.get("board.title"), real ? Mode.REAL : null)
                .live("/board/events");
        return pages.page("board", page, Map.of("regions", regions.board(words, page.now(), board)));
    }

    @Get("/board/events")
    @Allowed(Action.READ_CASES)
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> events(HttpRequest<?> request) {
        Supplier<Optional<Visitor>> onlooker = recognition.onlooker(request, Action.READ_CASES);
        Words words = pages.words(request);
        return live.of(() -> onlooker.get().map(now -> board(words, Viewers.account(now))));
    }

    private Map<String, Region> board(Words words, Account viewer) {
        return regions.board(words, overview.look(words).now(), overview.board(words, viewer));
    }

    @Get("/waiting")
    @SignedIn
    @Produces(Pages.TEXT_HTML)
    HttpResponse<?> waiting(HttpRequest<?> request) {
        Words words = pages.words(request);
        Chrome page = pages.chrome(request, words.get("waiting.title"), null);
        return pages.page("waiting", page, Map.of("waiting", overview.waiting(words, Viewers.account(request))));
    }
}
