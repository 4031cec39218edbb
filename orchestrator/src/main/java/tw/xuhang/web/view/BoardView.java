package tw.xuhang.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** 戰情看板: is anything open, which is worst, what waits for a person, which deadline is next. */
public record BoardView(
        List<Row> rows, List<Waiting> waiting, List<Lamp> services, List<Fact> readiness, String quiet) {

    public BoardView {
        rows = List.copyOf(rows);
        waiting = List.copyOf(waiting);
        services = List.copyOf(services);
        readiness = List.copyOf(readiness);
    }

    /**
     * One open incident.
     *
     * @param clock the outage that matters most, null where nothing is down
     * @param next the nearest open deadline
     */
    public record Row(
            String no,
            String title,
            String kind,
            String level,
            Mode mode,
            Badge phase,
            @Nullable OutageClock clock,
            @Nullable Deadline next,
            String step,
            String waitingFor,
            String lead) {}

    /** A service's lamp. */
    public record Lamp(String name, Badge state) {}
}
