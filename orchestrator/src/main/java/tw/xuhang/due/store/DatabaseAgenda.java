package tw.xuhang.due.store;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.due.Agenda;
import tw.xuhang.due.Look;
import tw.xuhang.due.Thing;

/**
 * The agenda in db-scheduler's table: one row for each thing, picked by one of the nodes when it is due. Rows are
 * written behind the caller's back, so that no step waits for one and a database that is away holds up nobody.
 */
public final class DatabaseAgenda implements Agenda, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAgenda.class);

    static final String TABLE = "agenda";
    /** Between two readings of the table; what this node itself has written is met to the moment. */
    private static final Duration PACE = Duration.ofSeconds(1);
    /** A node that is silent for four of these has died over what it had picked. */
    private static final Duration BEAT = Duration.ofSeconds(5);

    private static final int SILENT_BEATS = 4;
    /** db-scheduler's own pace follows the wall clock, which may be set back; ours does not. */
    private static final Duration OWN_PACE = Duration.ofMinutes(1);

    private static final Duration PICKED = Duration.ofMillis(200);
    private static final Duration LAST_LOOKS = Duration.ofSeconds(2);
    private static final int AT_ONCE = 8;

    private final DataSource source;
    private final String node;
    private final InstantSource clock;
    private final Hands hands = new Hands();
    private final Map<Thing, Instant> unwritten = new ConcurrentHashMap<>();
    private final Map<Thing, Instant> written = new ConcurrentHashMap<>();
    private final AtomicBoolean writes = new AtomicBoolean();
    private final AtomicBoolean away = new AtomicBoolean();
    private final ScheduledExecutorService scribe = Executors.newSingleThreadScheduledExecutor(
            Thread.ofVirtual().name("agenda").factory());
    private volatile @Nullable Scheduler scheduler;

    /**
     * @param source pool whose connections commit by themselves
     * @param node name of this node; whoever has it is the successor of whoever had it before
     */
    public DatabaseAgenda(DataSource source, String node, InstantSource clock) {
        this.source = source;
        this.node = node;
        this.clock = clock;
    }

    /** Takes back what a predecessor of this node died over, and begins to look. */
    public void open(Map<String, Look> looks) {
        release();
        var tasks = looks.entrySet().stream()
                .map(look -> new Looking(look.getKey(), look.getValue(), hands, clock, this::stands).task())
                .toList();
        Scheduler open = Scheduler.create(source, List.copyOf(tasks))
                .tableName(TABLE)
                .schedulerName(() -> node)
                .clock(clock::instant)
                .alwaysPersistTimestampInUTC()
                .threads(AT_ONCE)
                .executorService(Executors.newFixedThreadPool(
                        AT_ONCE, Thread.ofVirtual().name("due-", 1).factory()))
                .pollingInterval(OWN_PACE)
                .heartbeatInterval(BEAT)
                .missedHeartbeatsLimit(SILENT_BEATS)
                .shutdownMaxWait(LAST_LOOKS)
                .failureLogging(LogLevel.WARN, true)
                .addSchedulerListener(new Trouble())
                .build();
        open.start();
        scheduler = open;
        var _ = scribe.scheduleWithFixedDelay(this::pace, 0, PACE.toMillis(), TimeUnit.MILLISECONDS);
        soon(Duration.ZERO);
    }

    @Override
    public void by(Thing thing, Instant at) {
        if (hands.tell(thing, at) || isWritten(thing, at)) {
            return;
        }
        unwritten.merge(thing, at, Hands::earlier);
        soon(Duration.ZERO);
    }

    /** What was due by now may have been looked at elsewhere: only what lies ahead is known for certain. */
    private boolean isWritten(Thing thing, Instant at) {
        Instant known = written.get(thing);
        return known != null && known.isAfter(clock.instant()) && !known.isAfter(at);
    }

    private void soon(Duration delay) {
        if (scheduler != null && writes.compareAndSet(false, true)) {
            after(delay, this::write);
        }
    }

    private void write() {
        writes.set(false);
        Scheduler open = scheduler;
        if (open == null) {
            return;
        }
        for (Thing thing : List.copyOf(unwritten.keySet())) {
            Instant at = unwritten.remove(thing);
            if (at != null && !written(open, thing, at)) {
                unwritten.merge(thing, at, Hands::earlier);
                soon(away.get() ? PACE : PICKED);
            }
        }
    }

    private boolean written(SchedulerClient client, Thing thing, Instant at) {
        try {
            Optional<Instant> stands = put(client, thing, at);
            stands.ifPresent(instant -> stands(thing, instant));
            return stands.isPresent();
        } catch (RuntimeException e) {
            // The library wraps every SQLException in types of its own shaded copies.
            if (!away.getAndSet(true)) {
                LOG.warn("the agenda cannot be written: {} and what follows wait for the database", thing, e);
            }
            return false;
        }
    }

    /** @return what the row says now; empty while somebody looks at it and may have begun before this was said */
    private static Optional<Instant> put(SchedulerClient client, Thing thing, Instant at) {
        var row = new TaskInstance<Void>(thing.kind(), thing.key());
        if (client.scheduleIfNotExists(row, at)) {
            return Optional.of(at);
        }
        var there = client.getScheduledExecution(row);
        if (there.isEmpty() || there.get().isPicked()) {
            return Optional.empty();
        }
        Instant agreed = there.get().getExecutionTime();
        if (!agreed.isAfter(at)) {
            return Optional.of(agreed);
        }
        try {
            return client.reschedule(row, at) ? Optional.of(at) : Optional.empty();
        } catch (TaskInstanceException e) {
            // Picked or gone between the two statements.
            LOG.debug("{} is looked at just now", thing, e);
            return Optional.empty();
        }
    }

    /** The row of the thing says this moment. */
    private void stands(Thing thing, Instant at) {
        written.put(thing, at);
        alarm(at);
    }

    private void alarm(Instant at) {
        Duration ahead = Duration.between(clock.instant(), at);
        if (ahead.compareTo(PACE) <= 0) {
            after(ahead.isNegative() ? Duration.ZERO : ahead, this::read);
        }
    }

    private void pace() {
        Instant now = clock.instant();
        written.values().removeIf(at -> at.isBefore(now));
        written.values().forEach(this::alarm);
        read();
    }

    private void read() {
        Scheduler open = scheduler;
        if (open != null) {
            open.triggerCheckForDueExecutions();
        }
    }

    private void after(Duration delay, Runnable task) {
        try {
            var _ = scribe.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            // The service stops; the next life says again what is due.
            LOG.debug("the agenda is closed", e);
        }
    }

    private void release() {
        String sql = "UPDATE " + TABLE + " SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL,"
                + " version = version + 1 WHERE picked_by = ?";
        try (Connection connection = source.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, node);
            update.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("the agenda cannot be opened: " + e.getMessage(), e);
        }
    }

    /** Looks under way get a moment to end, and are interrupted then. */
    @Override
    public void close() {
        scribe.shutdownNow();
        Scheduler open = scheduler;
        if (open != null) {
            open.stop();
        }
    }

    /** Says once that the database is away and once that it is back, instead of a stack trace each second. */
    private final class Trouble extends AbstractSchedulerListener {
        @Override
        public void onSchedulerEvent(SchedulerEventType type) {
            if (type == SchedulerEventType.UNEXPECTED_ERROR && !away.getAndSet(true)) {
                LOG.warn("the agenda cannot be read; what is due waits until the database answers again");
            }
            if (type == SchedulerEventType.RAN_EXECUTE_DUE && away.getAndSet(false)) {
                LOG.info("the agenda is read again");
                soon(Duration.ZERO);
            }
        }
    }
}
