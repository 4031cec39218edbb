package tw.xuhang.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tw.xuhang.access.Account;
import tw.xuhang.access.Action;
import tw.xuhang.access.Role;
import tw.xuhang.casebook.Casebook;
import tw.xuhang.casebook.Casebook.Standing;
import tw.xuhang.casebook.Page;
import tw.xuhang.consent.ConsentRequest;
import tw.xuhang.consent.Duty;
import tw.xuhang.consent.SilenceLadder;
import tw.xuhang.runbook.Step.Consent.Act;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.run.Pause;
import tw.xuhang.task.TaskEntry;
import tw.xuhang.web.view.Waiting;

/** What waits for one person in all open cases: requests, tasks, decisions about steps, runs that are held up. */
final class WaitingList {

    private static final Page.Cut MANY = new Page.Cut("", Page.LARGEST);

    private final Overview.Books books;
    private final Function<String, List<Overview.RunParts>> runs;

    /** @param runs of an incident, by its number */
    WaitingList(Overview.Books books, Function<String, List<Overview.RunParts>> runs) {
        this.books = books;
        this.runs = runs;
    }

    /** What waits for this person, longest first. */
    List<Waiting> of(Look look, Account viewer) {
        var all = new ArrayList<Waiting>();
        for (Casebook.CaseLine line :
                books.casebook().cases(Standing.OPEN, MANY).items()) {
            books.continuity().all(line.number()).forEach(request -> request(look, line, request, viewer, all));
            books.casebook().tasks(line.number(), Standing.OPEN, MANY).items().stream()
                    .filter(task -> Overview.isMine(task.role(), viewer))
                    .forEach(task -> all.add(task(look, line, task)));
            if (viewer.may(Action.STEER_RUN)) {
                List<Overview.RunParts> of = runs.apply(line.number());
                of.stream()
                        .filter(run -> Running.asksForDecision(run.state()))
                        .forEach(run -> all.add(decision(look, line, run)));
                of.forEach(run -> run.state().pause().ifPresent(pause -> all.add(resuming(look, line, run, pause))));
            }
        }
        all.sort(Comparator.comparing(Waiting::since));
        return all;
    }

    private void request(Look look, Casebook.CaseLine line, ConsentRequest request, Account viewer, List<Waiting> all) {
        request.phase()
                .duty()
                .filter(duty -> viewer.may(duty.action()))
                .ifPresent(duty -> all.add(duty(look, line, request, duty)));
        // Beside what the request waits for itself: whoever spoke on the telephone confirms it, and nobody else can.
        request.decision()
                .filter(ConsentRequest.Decision::awaitsRatification)
                .filter(spoken -> spoken.by().equals(viewer.name()))
                .ifPresent(spoken -> all.add(duty(look, line, request, Duty.RATIFY)));
    }

    private static Waiting duty(Look look, Casebook.CaseLine line, ConsentRequest request, Duty duty) {
        boolean leader = duty.role() == Role.TEAM_LEADER;
        String href = leader ? "/incidents/" + line.number() + "/declaration" : "/consents/" + request.key();
        String family = request.act() == Act.DECLARE ? "duty.declare" : "duty.standdown";
        Instant due = duty == Duty.RATIFY
                ? request.decision()
                        .map(spoken -> spoken.at().plus(SilenceLadder.RATIFY_WITHIN))
                        .orElse(null)
                : null;
        return new Waiting(
                line.number(),
                Look.mode(line.mode()),
                look.word(family, duty),
                line.title(),
                look.get("waiting.open"),
                href,
                since(request).orElse(line.openedAt()),
                due);
    }

    private static Optional<Instant> since(ConsentRequest request) {
        return request.decision()
                .map(ConsentRequest.Decision::at)
                .or(() -> request.request().map(ConsentRequest.Request::at))
                .or(request::openedAt);
    }

    private Waiting task(Look look, Casebook.CaseLine line, Casebook.TaskLine task) {
        String run = books.tasks()
                .read(task.id())
                .opened()
                .map(TaskEntry.Opened::run)
                .orElse("");
        String href = run.isEmpty() ? "/tasks/" + task.id() : "/runs/" + run;
        return new Waiting(
                line.number(),
                Look.mode(line.mode()),
                look.say(new Text(task.titleZh(), task.titleEn())),
                look.role(task.role()),
                look.get("waiting.do"),
                href,
                task.openedAt(),
                task.dueAt().orElse(null));
    }

    private static Waiting decision(Look look, Casebook.CaseLine line, Overview.RunParts run) {
        return new Waiting(
                line.number(),
                Look.mode(line.mode()),
                look.get("waiting.decide", look.say(run.runbook().title())),
                line.title(),
                look.get("waiting.open"),
                "/runs/" + run.line().run(),
                run.line().beganAt(),
                null);
    }

    private static Waiting resuming(Look look, Casebook.CaseLine line, Overview.RunParts run, Pause pause) {
        return new Waiting(
                line.number(),
                Look.mode(line.mode()),
                look.get("waiting.resume", look.say(run.runbook().title())),
                look.get("waiting.paused", look.person(pause.by()), pause.reason()),
                look.get("waiting.open"),
                "/runs/" + run.line().run(),
                pause.since(),
                null);
    }
}
