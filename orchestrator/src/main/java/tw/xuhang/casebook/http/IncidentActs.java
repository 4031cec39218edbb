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
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tw.xuhang.access.Action;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.access.http.Open;
import tw.xuhang.access.http.Visitor;
import tw.xuhang.casebook.Closing;
import tw.xuhang.casebook.Reporting;
import tw.xuhang.evidence.Actor;
import tw.xuhang.incident.IncidentEntry;
import tw.xuhang.incident.IncidentKind;
import tw.xuhang.incident.Incidents;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Text;

/** What people and machines do to a case: open it by hand, note on it, close it. */
@Controller("/api/v1/incidents")
@ExecuteOn(TaskExecutors.BLOCKING)
final class IncidentActs {

    private final Reporting reporting;
    private final Incidents incidents;
    private final Closing closing;
    private final Persons persons;
    private final Once once;
    private final Problems problems;
    private final InstantSource clock;

    IncidentActs(
            Reporting reporting,
            Incidents incidents,
            Closing closing,
            Persons persons,
            Once once,
            Problems problems,
            InstantSource clock) {
        this.reporting = reporting;
        this.incidents = incidents;
        this.closing = closing;
        this.persons = persons;
        this.once = once;
        this.problems = problems;
        this.clock = clock;
    }

    /**
     * A case as it is reported.
     *
     * @param kind {@code backbone-outage}, {@code service-outage}, …; {@code reported} where nothing is said
     * @param subject what is in trouble, e.g. {@code uplink/main}; one case is open about it at a time
     * @param began when the trouble began, now where nothing is said
     * @param mode {@code live} where nothing is said; {@code drill} and {@code simulate} need the right to run drills
     * @param runbook key of one to start at once; needs the right to steer runs
     * @param version of it, e.g. a draft for a simulation; else the one in force
     */
    @Introspected
    record Wish(
            @Nullable String kind,
            @Nullable String subject,
            @Nullable String title,
            @Nullable Instant began,
            @Nullable String mode,
            @Nullable String runbook,
            @Nullable String version,
            @Nullable Map<String, String> parameters,
            @Nullable String reason) {}

    @Introspected
    record Made(String number, List<String> runs) {}

    /** @param at when it happened, now where nothing is said; it may lie before it is written down */
    @Introspected
    record Note(@Nullable String text, @Nullable Instant at) {}

    /** @param code of the second factor, where the person comes by password */
    @Introspected
    record Close(@Nullable String reason, @Nullable String code) {}

    /** Opens a case by hand. Needs an {@code Idempotency-Key}. */
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = IncidentActs.Made.class)))
    @Post
    @Allowed(Action.WORK_ON_CASE)
    HttpResponse<?> open(HttpRequest<?> request, @Body Wish wish) {
        return once.runWithKey(request, Callers.key(request), wish, () -> opened(request, wish));
    }

    private MutableHttpResponse<?> opened(HttpRequest<?> request, Wish wish) {
        Optional<IncidentKind> kind = named(IncidentKind.values(), wish.kind(), "reported");
        Optional<Mode> mode = named(Mode.values(), wish.mode(), "live");
        String subject = Said.text(wish.subject(), 120);
        String title = Said.text(wish.title(), 300);
        var faults = Stream.of(
                        fault(kind.isEmpty(), "/kind", "unknown kind"),
                        fault(mode.isEmpty(), "/mode", "live, drill or simulate"),
                        fault(subject.isEmpty(), "/subject", "missing"),
                        fault(title.isEmpty(), "/title", "missing"))
                .flatMap(Optional::stream)
                .toList();
        if (!faults.isEmpty()) {
            return problems.of(
                    request,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "report-incomplete",
                    new Text("通報內容不完整或不正確。", "the report lacks something, or something in it is wrong."),
                    faults);
        }
        String runbook = Said.text(wish.runbook());
        Visitor visitor = Visitor.of(request);
        boolean mayStart = runbook.isEmpty() || visitor.may(Action.STEER_RUN);
        boolean mayDrill = mode.orElseThrow() == Mode.LIVE || visitor.may(Action.RUN_DRILL);
        if (!mayStart || !mayDrill) {
            return problems.of(
                    request,
                    HttpStatus.FORBIDDEN,
                    "forbidden",
                    new Text("您的角色不得啟動手冊或演練。", "your role may not start a runbook, or a drill."));
        }
        Instant now = clock.instant();
        var report = new Reporting.Report(
                kind.orElseThrow(),
                subject,
                title,
                wish.began() == null || wish.began().isAfter(now) ? now : wish.began(),
                mode.orElseThrow(),
                runbook,
                Said.text(wish.version()),
                Said.fields(wish.parameters()),
                Said.text(wish.reason()));
        return answer(request, reporting.open(report, now, Callers.actor(request)));
    }

    private MutableHttpResponse<?> answer(HttpRequest<?> request, Reporting.Reported reported) {
        return switch (reported) {
            case Reporting.Reported.Opened opened ->
                HttpResponse.created(new Made(opened.number(), opened.runs()))
                        .header("Location", "/api/v1/incidents/" + opened.number());
            case Reporting.Reported.AlreadyOpen open ->
                problems.of(
                                request,
                                HttpStatus.CONFLICT,
                                "already-open",
                                new Text(
                                        "同一對象已有未結案件 %s，請於該案註記。".formatted(open.number()),
                                        "case %s about the same subject is open: note it there."
                                                .formatted(open.number())))
                        .header("Location", "/api/v1/incidents/" + open.number());
            case Reporting.Reported.Unavailable unavailable -> problems.unavailable(request, unavailable.why());
            case Reporting.Reported.UnknownParameters unknown -> problems.unknownParameters(request, unknown.names());
        };
    }

    /** Writes a line on a case. */
    @Post("/{number}/notes")
    @Allowed(Action.WORK_ON_CASE)
    HttpResponse<?> note(HttpRequest<?> request, String number, @Body Note note) {
        return once.run(request, Callers.key(request), note, () -> noted(request, number, note));
    }

    private MutableHttpResponse<?> noted(HttpRequest<?> request, String number, Note note) {
        if (!Wanted.isKey(number) || incidents.read(number).opened().isEmpty()) {
            return problems.unknown(request, "incident", number);
        }
        String text = Said.text(note.text());
        if (text.isEmpty()) {
            return problems.of(
                    request,
                    HttpStatus.UNPROCESSABLE_ENTITY,
                    "text-missing",
                    new Text("請填寫內容。", "write something."),
                    List.of(new Declined.Fault("/text", "missing")));
        }
        Actor actor = Callers.actor(request);
        Instant now = clock.instant();
        Instant at = note.at() == null || note.at().isAfter(now) ? now : note.at();
        incidents.note(number, new IncidentEntry.Noted(at, text, actor.name()), actor);
        return HttpResponse.noContent();
    }

    /** Closes a case, where nothing of it is left to do; else says what is. The leader's own act (P-19). */
    @Post("/{number}/close")
    @Open("asks for the person itself: no token confirms a closing")
    HttpResponse<?> close(HttpRequest<?> request, String number, @Body Close close) {
        return persons.as(request, who -> {
            if (!who.account().may(Action.CONFIRM)) {
                return problems.of(
                        request,
                        HttpStatus.FORBIDDEN,
                        "forbidden",
                        new Text("結案須由組長確認。", "closing takes the team leader."));
            }
            String reason = Said.text(close.reason());
            return once.run(request, who.caller(), number + '\n' + reason, () -> {
                if (reason.isEmpty()) {
                    return problems.reasonMissing(request);
                }
                Optional<MutableHttpResponse<?>> trouble = persons.trouble(request, who, close.code(), false);
                return trouble.isPresent() ? trouble.get() : closed(request, number, reason, who);
            });
        });
    }

    private MutableHttpResponse<?> closed(HttpRequest<?> request, String number, String reason, Persons.Who.Is who) {
        var closed = Wanted.isKey(number)
                ? closing.close(number, reason, Actor.person(who.account().name()))
                : new Closing.Closed.Unknown();
        return switch (closed) {
            case Closing.Closed.Done _ -> HttpResponse.noContent();
            case Closing.Closed.Unknown _ -> problems.unknown(request, "incident", number);
            case Closing.Closed.Already _ -> problems.alreadyClosed(request, number);
            case Closing.Closed.NotYet notYet ->
                problems.of(
                        request,
                        HttpStatus.CONFLICT,
                        "not-ready-to-close",
                        new Text("尚有未完成事項，不得結案。", "something of it is left to do."),
                        notYet.missing().stream()
                                .map(MissingView::of)
                                .map(missing -> new Declined.Fault(missing.what(), missing.code()))
                                .toList());
        };
    }

    private static <E extends Enum<E>> Optional<E> named(E[] all, @Nullable String word, String usual) {
        String wanted = word == null || word.isBlank() ? usual : word.strip();
        return Stream.of(all).filter(value -> Word.of(value).equals(wanted)).findFirst();
    }

    private static Optional<Declined.Fault> fault(boolean wrong, String pointer, String message) {
        return wrong ? Optional.of(new Declined.Fault(pointer, message)) : Optional.empty();
    }
}
