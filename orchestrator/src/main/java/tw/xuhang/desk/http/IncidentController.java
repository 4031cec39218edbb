package tw.xuhang.desk.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.http.sse.Event;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.reactivestreams.Publisher;
import tw.xuhang.access.Account;
import tw.xuhang.access.Action;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.access.http.Recognition;
import tw.xuhang.access.http.Visitor;
import tw.xuhang.desk.Overview;
import tw.xuhang.incident.IncidentEntry;
import tw.xuhang.incident.Incidents;
import tw.xuhang.time.OfficeTime;
import tw.xuhang.web.Words;
import tw.xuhang.web.http.Errors;
import tw.xuhang.web.http.Form;
import tw.xuhang.web.http.Live;
import tw.xuhang.web.http.Pages;
import tw.xuhang.web.http.Regions;
import tw.xuhang.web.view.Chrome;
import tw.xuhang.web.view.IncidentView;
import tw.xuhang.web.view.Region;

/** The page of a case. */
@Controller("/incidents")
@ExecuteOn(TaskExecutors.BLOCKING)
final class IncidentController {

    private static final Pattern EARLIER = Pattern.compile("(\\d{1,2}):(\\d{2})\\s+(.+)", Pattern.DOTALL);
    private static final int LONGEST = 500;

    private final Overview overview;
    private final Incidents incidents;
    private final Pages pages;
    private final Regions regions;
    private final Live live;
    private final Recognition recognition;
    private final Errors errors;

    IncidentController(
            Overview overview,
            Incidents incidents,
            Pages pages,
            Regions regions,
            Live live,
            Recognition recognition,
            Errors errors) {
        this.overview = overview;
        this.incidents = incidents;
        this.pages = pages;
        this.regions = regions;
        this.live = live;
        this.recognition = recognition;
        this.errors = errors;
    }

    @Get("/{number:[0-9-]+}")
    @Allowed(Action.READ_CASES)
    @Produces(Pages.TEXT_HTML)
    HttpResponse<?> page(HttpRequest<?> request, String number) {
        Words words = pages.words(request);
        Optional<IncidentView> found = overview.incident(words, number, Viewers.account(request));
        if (found.isEmpty()) {
            return errors.answer(request, HttpStatus.NOT_FOUND);
        }
        IncidentView view = found.get();
        Chrome page = pages.chrome(request, view.title() + " " + number, view.mode())
                .live("/incidents/" + number + "/events");
        return pages.page(
                "incident", page, Map.of("incident", view, "regions", regions.incident(words, page.now(), view)));
    }

    @Get("/{number:[0-9-]+}/events")
    @Allowed(Action.READ_CASES)
    @Produces(MediaType.TEXT_EVENT_STREAM)
    Publisher<Event<String>> events(HttpRequest<?> request, String number) {
        Supplier<Optional<Visitor>> onlooker = recognition.onlooker(request, Action.READ_CASES);
        Words words = pages.words(request);
        return live.of(() -> onlooker.get().map(now -> incident(words, number, Viewers.account(now))));
    }

    private Map<String, Region> incident(Words words, String number, Account viewer) {
        return overview.incident(words, number, viewer)
                .map(view -> regions.incident(words, overview.look(words).now(), view))
                .orElse(Map.of());
    }

    @Post("/{number:[0-9-]+}/notes")
    @Allowed(Action.WORK_ON_CASE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Pages.TEXT_HTML)
    HttpResponse<?> note(HttpRequest<?> request, String number, @Body Map<String, Object> body) {
        String text = new Form(body).text("text");
        if (incidents.read(number).opened().isEmpty()) {
            return errors.answer(request, HttpStatus.NOT_FOUND);
        }
        if (text.isEmpty() || text.length() > LONGEST) {
            return errors.answer(request, HttpStatus.BAD_REQUEST);
        }
        Visitor visitor = Visitor.of(request);
        Instant now = overview.look(pages.words(request)).now();
        incidents.note(number, noted(text, now, visitor.actor().name()), visitor.actor());
        return Pages.see("/incidents/" + number);
    }

    /** {@code 13:02 已電話通知} is about 13:02, today or, where that lies ahead, yesterday. */
    static IncidentEntry.Noted noted(String text, Instant now, String by) {
        Matcher earlier = EARLIER.matcher(text);
        if (!earlier.matches() || Integer.parseInt(earlier.group(1)) > 23 || Integer.parseInt(earlier.group(2)) > 59) {
            return new IncidentEntry.Noted(now, text, by);
        }
        LocalTime time = LocalTime.of(Integer.parseInt(earlier.group(1)), Integer.parseInt(earlier.group(2)));
        return new IncidentEntry.Noted(OfficeTime.last(time, now), earlier.group(3), by);
    }
}
