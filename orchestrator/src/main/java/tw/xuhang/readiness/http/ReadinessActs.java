package tw.xuhang.readiness.http;

import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import java.util.List;
import tw.xuhang.access.Action;
import tw.xuhang.access.http.Allowed;
import tw.xuhang.readiness.Readiness;
import tw.xuhang.readiness.Report;

/** Whether each runbook could run now. */
@Controller("/api/v1/readiness")
@ExecuteOn(TaskExecutors.BLOCKING)
final class ReadinessActs {

    private final Readiness readiness;

    ReadinessActs(Readiness readiness) {
        this.readiness = readiness;
    }

    /** As it was found last. */
    @Get
    @Allowed(Action.READ_CASES)
    ReadinessView.All latest() {
        return all(readiness.latest());
    }

    /** Looks now; takes some seconds, as every machine is asked. May be repeated: it changes nothing but the record. */
    @Post
    @Allowed(Action.OPERATE)
    ReadinessView.All look() throws InterruptedException {
        return all(readiness.examine());
    }

    private static ReadinessView.All all(List<Report> reports) {
        return new ReadinessView.All(reports.stream().map(ReadinessView::of).toList());
    }
}
