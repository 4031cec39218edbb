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
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.access.Account;
import tw.xuhang.access.Action;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.access.http.Visitor;
import tw.xuhang.desk.Look;
import tw.xuhang.desk.Overview;
import tw.xuhang.task.Task;
import tw.xuhang.task.TaskEntry;
import tw.xuhang.task.Tasks;
import tw.xuhang.web.http.Errors;
import tw.xuhang.web.http.Form;
import tw.xuhang.web.http.Pages;
import tw.xuhang.web.view.Chrome;

/** A person's task: done, failed or skipped. */
@Controller("/tasks")
@ExecuteOn(TaskExecutors.BLOCKING)
final class TaskController {

    private final Tasks tasks;
    private final Overview overview;
    private final Pages pages;
    private final Errors errors;

    TaskController(Tasks tasks, Overview overview, Pages pages, Errors errors) {
        this.tasks = tasks;
        this.overview = overview;
        this.pages = pages;
        this.errors = errors;
    }

    @Get("/{id:[A-Za-z0-9._-]+}")
    @Allowed(Action.READ_CASES)
    @Produces(Pages.TEXT_HTML)
    HttpResponse<?> page(HttpRequest<?> request, String id) {
        return page(request, id, HttpStatus.OK, "");
    }

    @Post("/{id:[A-Za-z0-9._-]+}")
    @Allowed(Action.DO_TASK)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Produces(Pages.TEXT_HTML)
    HttpResponse<?> end(HttpRequest<?> request, String id, @Body Map<String, Object> body) {
        Form form = new Form(body);
        Optional<TaskEntry.Opened> opened = tasks.read(id).opened();
        if (opened.isEmpty()) {
            return errors.answer(request, HttpStatus.NOT_FOUND);
        }
        Account viewer = Viewers.account(request);
        if (!Overview.isMine(opened.get().role(), viewer)) {
            return errors.answer(request, HttpStatus.FORBIDDEN);
        }
        Optional<TaskEntry.Ending> ending = ending(form.text("result"));
        if (ending.isEmpty()) {
            return errors.answer(request, HttpStatus.BAD_REQUEST);
        }
        Instant now = overview.look(pages.words(request)).now();
        var ended =
                new TaskEntry.Ended(ending.get(), form.text("note"), fields(form, opened.get()), now, viewer.name());
        return switch (tasks.end(id, ended, Visitor.of(request).actor())) {
            case Tasks.Told.Taken taken -> Pages.see(back(opened.get()));
            case Tasks.Told.Over over -> page(request, id, HttpStatus.CONFLICT, "task.refused.over");
            case Tasks.Told.Missing missing ->
                page(request, id, HttpStatus.UNPROCESSABLE_ENTITY, "task.refused.missing");
            case Tasks.Told.Unknown unknown -> errors.answer(request, HttpStatus.NOT_FOUND);
        };
    }

    private static Optional<TaskEntry.Ending> ending(String word) {
        return switch (word) {
            case "done" -> Optional.of(TaskEntry.Ending.DONE);
            case "failed" -> Optional.of(TaskEntry.Ending.FAILED);
            case "skipped" -> Optional.of(TaskEntry.Ending.SKIPPED);
            default -> Optional.empty();
        };
    }

    /** Only what the task asks for: a form cannot add fields of its own. */
    private static Map<String, String> fields(Form form, TaskEntry.Opened opened) {
        Map<String, String> fields = new HashMap<>();
        for (String name : opened.record().keySet()) {
            String value = form.text("field." + name);
            if (!value.isEmpty()) {
                fields.put(name, value);
            }
        }
        return fields;
    }

    private static String back(TaskEntry.Opened opened) {
        return opened.run().isEmpty() ? "/waiting" : "/runs/" + opened.run();
    }

    private HttpResponse<?> page(HttpRequest<?> request, String id, HttpStatus status, String trouble) {
        Task task = tasks.read(id);
        if (task.opened().isEmpty()) {
            return errors.answer(request, HttpStatus.NOT_FOUND);
        }
        Look look = overview.look(pages.words(request));
        Chrome page = pages.chrome(request, look.say(task.opened().get().title()), null);
        var view = overview.task(look, task, Viewers.account(request));
        String said = trouble.isEmpty() ? "" : look.get(trouble);
        return pages.page(status, "task", page, Map.of("task", view, "open", task.isOpen(), "trouble", said));
    }
}
