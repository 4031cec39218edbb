package tw.xuhang.desk;

import java.util.List;
import tw.xuhang.casebook.AddingTasks;
import tw.xuhang.casebook.Casebook;
import tw.xuhang.web.view.Badge;
import tw.xuhang.web.view.IncidentView;
import tw.xuhang.web.view.Status;

/** What people added to a case beside its runbooks. */
final class AddedTasks {

    private final Look look;

    AddedTasks(Look look) {
        this.look = look;
    }

    List<IncidentView.AddedRow> rows(List<Casebook.TaskLine> tasks) {
        return tasks.stream()
                .filter(task -> AddingTasks.isAdded(task.id()))
                .map(task -> new IncidentView.AddedRow(
                        task.id(),
                        task.titleZh(),
                        look.role(task.role()),
                        badge(task.state()),
                        task.dueAt().orElse(null)))
                .toList();
    }

    private Badge badge(String state) {
        Status status = switch (state) {
            case "DONE" -> Status.DONE;
            case "FAILED" -> Status.FAILED;
            case "OPEN" -> Status.WAITING;
            default -> Status.SKIPPED;
        };
        return new Badge(status, look.get("added." + state));
    }
}
