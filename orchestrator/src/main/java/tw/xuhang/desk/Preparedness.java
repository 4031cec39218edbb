package tw.xuhang.desk;

import java.util.Comparator;
import java.util.List;
import tw.xuhang.access.Account;
import tw.xuhang.access.Action;
import tw.xuhang.doctor.Finding;
import tw.xuhang.doctor.Level;
import tw.xuhang.readiness.Report;
import tw.xuhang.web.view.Badge;
import tw.xuhang.web.view.Fact;
import tw.xuhang.web.view.ReadinessView;
import tw.xuhang.web.view.Status;

/** Says to people how ready the runbooks are. */
final class Preparedness {

    private final Look look;

    Preparedness(Look look) {
        this.look = look;
    }

    /** For the board: one line for each runbook. */
    List<Fact> facts(List<Report> reports) {
        return reports.stream()
                .map(report -> {
                    Badge state = state(report);
                    return new Fact(
                            look.say(report.runbook().title()),
                            state.status().symbol() + " " + state.word(),
                            report.level() == Level.FAULT);
                })
                .toList();
    }

    ReadinessView page(List<Report> reports, Account viewer) {
        return new ReadinessView(
                reports.stream()
                        .sorted(Comparator.comparing(Report::level).reversed())
                        .map(this::row)
                        .toList(),
                viewer.may(Action.OPERATE));
    }

    private ReadinessView.Row row(Report report) {
        return new ReadinessView.Row(
                look.say(report.runbook().title()),
                report.runbook().key(),
                state(report),
                look.role(report.owner()),
                report.since().map(at -> look.words().near(at, look.now())).orElse("—"),
                report.findings().stream().map(this::line).toList());
    }

    private Badge state(Report report) {
        if (!report.looked()) {
            return new Badge(Status.UNKNOWN, look.get("readiness.never"));
        }
        return switch (report.level()) {
            case OK -> new Badge(Status.DONE, look.get("readiness.ready"));
            case WARNING ->
                new Badge(
                        Status.WAITING,
                        look.get("readiness.warned", report.open().size()));
            case FAULT ->
                new Badge(
                        Status.FAILED, look.get("readiness.unfit", report.open().size()));
        };
    }

    private ReadinessView.Line line(Finding finding) {
        Status status = switch (finding.level()) {
            case OK -> Status.DONE;
            case WARNING -> Status.WAITING;
            case FAULT -> Status.FAILED;
        };
        return new ReadinessView.Line(
                new Badge(status, look.say(finding.level().word())),
                look.say(finding.what()),
                finding.where(),
                look.say(finding.remedy()));
    }
}
