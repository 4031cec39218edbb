package tw.xuhang.desk.http;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Consumes;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Produces;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.access.Action;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.access.http.Visitor;
import tw.xuhang.casebook.AddingTasks;
import tw.xuhang.web.http.Errors;
import tw.xuhang.web.http.Form;
import tw.xuhang.web.http.Pages;

/** The form of a case by which work that no runbook foresaw is given to a role. */
@Controller("/incidents/{number:[0-9-]+}/tasks")
@ExecuteOn(TaskExecutors.BLOCKING)
final class AddedTaskController {

    private final AddingTasks adding;
    private final Errors errors;

    AddedTaskController(AddingTasks adding, Errors errors) {
        this.adding = adding;
        this.errors = errors;
    }

    @Post
    @Allowed(Action.WORK_ON_CASE)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Pages.TEXT_HTML)
    HttpResponse<?> add(HttpRequest<?> request, String number, @Body Map<String, Object> body) {
        var form = new Form(body);
        List<String> points = form.text("checklist")
                .lines()
                .map(String::strip)
                .filter(point -> !point.isEmpty())
                .toList();
        Optional<Duration> within = within(form.text("within"));
        var wish = new AddingTasks.Wish(form.text("title"), form.text("role"), points, within);
        return switch (adding.add(number, wish, Visitor.of(request).actor())) {
            case AddingTasks.Added.Task _, AddingTasks.Added.There _ -> Pages.see("/incidents/" + number);
            case AddingTasks.Added.UnknownCase _ -> errors.answer(request, HttpStatus.NOT_FOUND);
            case AddingTasks.Added.CaseClosed _ -> errors.answer(request, HttpStatus.CONFLICT);
            case AddingTasks.Added.Wrong _ -> errors.answer(request, HttpStatus.BAD_REQUEST);
        };
    }

    /** In minutes; what is no number is no time, and refused as one that is out of bounds. */
    private static Optional<Duration> within(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(text.matches("[0-9]{1,6}") ? Duration.ofMinutes(Long.parseLong(text)) : Duration.ZERO);
    }
}
