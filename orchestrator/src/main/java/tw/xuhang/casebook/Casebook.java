package tw.xuhang.casebook;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tw.xuhang.runbook.run.Lineage;

/** Lists across features. Reads only; what stands in a list is a line, its facts are read by its feature. */
public interface Casebook {

    /** Newest first. */
    Page<CaseLine> cases(Standing standing, Page.Cut cut);

    Optional<CaseLine> caseOf(String number);

    /**
     * Newest first.
     *
     * @param incident empty for all
     */
    Page<RunLine> runs(String incident, Standing standing, Page.Cut cut);

    Optional<RunLine> run(String run);

    /** Names of the runs that a run's steps have begun, oldest first. */
    default List<String> childrenOf(RunLine parent) {
        return runs(parent.incident(), Standing.ALL, new Page.Cut("", Page.LARGEST)).items().reversed().stream()
                .map(RunLine::run)
                .filter(run -> Lineage.isChild(run, parent.run()))
                .toList();
    }

    /** Oldest first: what has waited longest comes first. */
    Page<TaskLine> tasks(String incident, Standing standing, Page.Cut cut);

    Optional<TaskLine> task(String id);

    /** Keys of requests for consent, newest first. */
    Page<String> consents(String incident, Standing standing, Page.Cut cut);

    /** Keys of work orders, newest first. */
    Page<String> orders(String incident, Standing standing, Page.Cut cut);

    /** By recorded time, then stream, then seq: the order of the evidence (E3). */
    Page<Event> timeline(String incident, Page.Cut cut);

    Page<LogLine> log(String run, Page.Cut cut);

    /** Which lines of a list are wanted. */
    enum Standing {
        ALL,
        OPEN,
        CLOSED
    }

    /** A case. */
    record CaseLine(
            String number,
            String kind,
            String subject,
            String title,
            String mode,
            String phase,
            Instant beganAt,
            Instant openedAt) {}

    /** A run; no ending while it goes on. */
    record RunLine(
            String run,
            String incident,
            String runbook,
            String version,
            String mode,
            Instant beganAt,
            Optional<String> ending,
            Optional<Instant> endedAt) {}

    /** A task of a person. */
    record TaskLine(
            String id,
            String incident,
            String role,
            String titleZh,
            String titleEn,
            String state,
            Instant openedAt,
            Optional<Instant> dueAt) {}

    /**
     * An entry of the journal.
     *
     * @param body JSON as it is stored; empty where it was erased
     */
    record Event(
            long position,
            Instant at,
            String stream,
            long seq,
            String type,
            int version,
            String actorKind,
            String actor,
            String deputyOf,
            Optional<String> body) {}

    /** A line of an automatic step's log. */
    record LogLine(
            long attempt, long counter, String step, String level, String host, String task, String line, Instant at) {}
}
