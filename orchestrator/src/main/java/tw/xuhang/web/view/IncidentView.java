package tw.xuhang.web.view;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One incident: level, headline, how long, next deadline, one next act.
 *
 * @param next what to do next, null where nothing waits for this viewer
 * @param forecast next level and when, empty where it is not going to rise
 */
public record IncidentView(
        String no,
        String title,
        String kind,
        String level,
        Mode mode,
        Badge phase,
        Badge declaration,
        List<Fact> facts,
        @Nullable Act next,
        String forecast,
        List<OutageClock> outages,
        List<Deadline> deadlines,
        List<RunRow> runs,
        List<OrderRow> orders,
        List<ConsentRow> consents,
        List<AddedRow> added,
        List<Act> acts,
        List<Event> timeline,
        boolean mayNote) {

    public IncidentView {
        facts = List.copyOf(facts);
        outages = List.copyOf(outages);
        deadlines = List.copyOf(deadlines);
        runs = List.copyOf(runs);
        orders = List.copyOf(orders);
        consents = List.copyOf(consents);
        added = List.copyOf(added);
        acts = List.copyOf(acts);
        timeline = List.copyOf(timeline);
    }

    /** Something that can be done, as a link to the page that says what it does. */
    public record Act(String label, String href, String why, boolean primary) {}

    /** A run of a runbook. */
    public record RunRow(String id, String name, Badge state, String step, Instant startedAt, int done, int all) {}

    /** An order to a vendor. */
    public record OrderRow(
            String id,
            String vendor,
            String what,
            Badge state,
            String answer,
            @Nullable Instant eta) {}

    /** A task that no runbook foresaw. */
    public record AddedRow(
            String id,
            String title,
            String who,
            Badge state,
            @Nullable Instant due) {}

    /** A request for consent. */
    public record ConsentRow(String id, Badge state, String line, String href) {}
}
