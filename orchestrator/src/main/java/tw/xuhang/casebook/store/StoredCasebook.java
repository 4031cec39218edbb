package tw.xuhang.casebook.store;

import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import tw.xuhang.casebook.Casebook;
import tw.xuhang.casebook.Page;
import tw.xuhang.database.Pools;

/** The lists, read where they are kept. */
@Singleton
final class StoredCasebook implements Casebook {

    private static final String OPEN_CONSENTS =
            "(phase IN ('AWAITS_LIMIT', 'PREPARED', 'REQUESTED', 'GRANTED') OR awaits_ratification)";
    private static final String OPEN_ORDERS = "stage IN ('NOT_SENT', 'SENT', 'ACKNOWLEDGED', 'ON_SITE')";

    private final DataSource reading;

    StoredCasebook(Pools pools) {
        this.reading = pools.reading();
    }

    @Override
    public Page<CaseLine> cases(Standing standing, Page.Cut cut) {
        var asked = standing(new Asked("SELECT * FROM incident"), standing, "phase <> 'CLOSED'")
                .whereGiven(
                        "(opened_at, number) < (SELECT opened_at, number FROM incident WHERE number = ?)", cut.after());
        var found = asked.page(reading, "opened_at DESC, number DESC", cut, StoredCasebook::caseLine);
        return Page.of(found, cut, CaseLine::number);
    }

    @Override
    public Optional<CaseLine> caseOf(String number) {
        return new Asked("SELECT * FROM incident").where("number = ?", number).one(reading, StoredCasebook::caseLine);
    }

    @Override
    public Page<RunLine> runs(String incident, Standing standing, Page.Cut cut) {
        var asked = standing(new Asked("SELECT * FROM run"), standing, "ending IS NULL")
                .whereGiven("incident = ?", incident)
                .whereGiven("(began_at, run) < (SELECT began_at, run FROM run WHERE run = ?)", cut.after());
        return Page.of(asked.page(reading, "began_at DESC, run DESC", cut, StoredCasebook::runLine), cut, RunLine::run);
    }

    @Override
    public Optional<RunLine> run(String run) {
        return new Asked("SELECT * FROM run").where("run = ?", run).one(reading, StoredCasebook::runLine);
    }

    @Override
    public Page<TaskLine> tasks(String incident, Standing standing, Page.Cut cut) {
        var asked = standing(new Asked("SELECT * FROM task"), standing, "state = 'OPEN'")
                .whereGiven("incident = ?", incident)
                .whereGiven("(opened_at, id) > (SELECT opened_at, id FROM task WHERE id = ?)", cut.after());
        return Page.of(asked.page(reading, "opened_at, id", cut, StoredCasebook::taskLine), cut, TaskLine::id);
    }

    @Override
    public Optional<TaskLine> task(String id) {
        return new Asked("SELECT * FROM task").where("id = ?", id).one(reading, StoredCasebook::taskLine);
    }

    @Override
    public Page<String> consents(String incident, Standing standing, Page.Cut cut) {
        var asked = standing(new Asked("SELECT request_key FROM consent_request"), standing, OPEN_CONSENTS)
                .whereGiven("incident = ?", incident)
                .whereGiven(
                        "(opened_at, request_key) <"
                                + " (SELECT opened_at, request_key FROM consent_request WHERE request_key = ?)",
                        cut.after());
        return keys(asked, "opened_at DESC, request_key DESC", cut);
    }

    @Override
    public Page<String> orders(String incident, Standing standing, Page.Cut cut) {
        var asked = standing(new Asked("SELECT order_key FROM dispatch_order"), standing, OPEN_ORDERS)
                .whereGiven("incident = ?", incident)
                .whereGiven(
                        "(placed_at, order_key) <"
                                + " (SELECT placed_at, order_key FROM dispatch_order WHERE order_key = ?)",
                        cut.after());
        return keys(asked, "placed_at DESC, order_key DESC", cut);
    }

    private Page<String> keys(Asked asked, String order, Page.Cut cut) {
        return Page.of(asked.page(reading, order, cut, row -> row.getString(1)), cut, key -> key);
    }

    @Override
    public Page<Event> timeline(String incident, Page.Cut cut) {
        var asked = new Asked("SELECT * FROM timeline")
                .where("incident = ?", incident)
                .whereGiven(
                        "(recorded_at, stream, seq) >"
                                + " (SELECT recorded_at, stream, seq FROM journal_entry WHERE position = ?)",
                        cut.after());
        var found = asked.page(reading, "recorded_at, stream, seq", cut, StoredCasebook::event);
        return Page.of(found, cut, event -> Long.toString(event.position()));
    }

    @Override
    public Page<LogLine> log(String run, Page.Cut cut) {
        var asked = new Asked("SELECT * FROM step_log").where("run = ?", run);
        int dot = cut.after().indexOf('.');
        if (dot > 0) {
            asked.where(
                    "(attempt, counter) > (CAST(? AS UNSIGNED), CAST(? AS UNSIGNED))",
                    cut.after().substring(0, dot),
                    cut.after().substring(dot + 1));
        }
        var found = asked.page(reading, "attempt, counter", cut, StoredCasebook::logLine);
        return Page.of(found, cut, line -> line.attempt() + "." + line.counter());
    }

    private static Asked standing(Asked asked, Standing standing, String open) {
        return switch (standing) {
            case ALL -> asked;
            case OPEN -> asked.where(open);
            case CLOSED -> asked.where("NOT (" + open + ")");
        };
    }

    private static CaseLine caseLine(ResultSet row) throws SQLException {
        return new CaseLine(
                row.getString("number"),
                row.getString("kind"),
                row.getString("subject"),
                row.getString("title"),
                row.getString("mode"),
                row.getString("phase"),
                Asked.at(row, "began_at"),
                Asked.at(row, "opened_at"));
    }

    private static RunLine runLine(ResultSet row) throws SQLException {
        return new RunLine(
                row.getString("run"),
                row.getString("incident"),
                row.getString("runbook"),
                row.getString("version"),
                row.getString("mode"),
                Asked.at(row, "began_at"),
                Optional.ofNullable(row.getString("ending")),
                Asked.maybeAt(row, "ended_at"));
    }

    private static TaskLine taskLine(ResultSet row) throws SQLException {
        return new TaskLine(
                row.getString("id"),
                row.getString("incident"),
                row.getString("role"),
                row.getString("title_zh"),
                row.getString("title_en"),
                row.getString("state"),
                Asked.at(row, "opened_at"),
                Asked.maybeAt(row, "due_at"));
    }

    private static Event event(ResultSet row) throws SQLException {
        return new Event(
                row.getLong("position"),
                Asked.at(row, "recorded_at"),
                row.getString("stream"),
                row.getLong("seq"),
                row.getString("type"),
                row.getInt("version"),
                row.getString("actor_kind"),
                row.getString("actor"),
                row.getString("deputy_of"),
                Optional.ofNullable(row.getString("body")));
    }

    private static LogLine logLine(ResultSet row) throws SQLException {
        return new LogLine(
                row.getLong("attempt"),
                row.getLong("counter"),
                row.getString("step"),
                row.getString("level"),
                row.getString("host"),
                row.getString("task"),
                row.getString("line"),
                Asked.at(row, "at"));
    }
}
