package tw.xuhang.soak;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tw.xuhang.database.Address;
import tw.xuhang.database.Pools;
import tw.xuhang.due.store.DatabaseAgenda;
import tw.xuhang.evidence.Actor;
import tw.xuhang.evidence.Entry;
import tw.xuhang.evidence.Journal;
import tw.xuhang.evidence.JournalListener;
import tw.xuhang.evidence.JournalUnavailable;
import tw.xuhang.evidence.store.Ledger;
import tw.xuhang.evidence.store.MariaJournal;
import tw.xuhang.execution.AskedInVain;
import tw.xuhang.execution.EarlierAttempts;
import tw.xuhang.execution.Engine;
import tw.xuhang.execution.Sight;
import tw.xuhang.execution.StepPorts;
import tw.xuhang.execution.Watchdog;
import tw.xuhang.execution.store.ChildAnswers;
import tw.xuhang.execution.store.MariaRunStore;
import tw.xuhang.execution.store.Nodes;
import tw.xuhang.execution.store.OnDuty;
import tw.xuhang.execution.store.RunFacts;
import tw.xuhang.execution.store.RunModel;
import tw.xuhang.incident.IncidentKind;
import tw.xuhang.incident.Incidents;
import tw.xuhang.incident.store.IncidentFacts;
import tw.xuhang.incident.store.IncidentModel;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.port.AttemptId;
import tw.xuhang.runbook.port.StepPort;
import tw.xuhang.runbook.run.Post;
import tw.xuhang.step.RunbookSteps;
import tw.xuhang.time.MicrosClock;
import tw.xuhang.watch.Rounds;

/**
 * One life of a node: the service's engine, stores, journal and agenda on the database that all lives share, without
 * the framework around them. Begins runs of its own until there are enough. Ends only by a signal.
 */
final class SoakNode {

    private static final Logger LOG = LoggerFactory.getLogger(SoakNode.class);
    private static final Duration MAIL = Duration.ofMillis(500);
    /** Longer than two looks for owners, as in the service. */
    private static final Duration WATCH = Duration.ofSeconds(7);

    private static final Duration VAIN = Duration.ofSeconds(1);
    private static final Duration BEGIN = Duration.ofMillis(100);
    private static final String INIT =
            "SET SESSION time_zone='+00:00', innodb_lock_wait_timeout=3, idle_write_transaction_timeout=3";

    private final Settings settings;
    private final Shore shore;
    private final Random random;
    private final InstantSource clock = new MicrosClock(InstantSource.system());
    private final Pools pools;
    private final Shelved shelf = new Shelved();
    private final List<JournalListener> listeners = new ArrayList<>();
    private final AtomicInteger cases = new AtomicInteger();
    private final Incidents incidents;
    private final Engine engine;
    private final Rounds rounds = new Rounds();
    private final Nodes nodes;
    private final DatabaseAgenda agenda;

    /**
     * @param life number of this life, unique
     * @param atOnce begins runs while there are fewer than this, all nodes' counted
     * @param most begins so many itself at most
     * @param freeze when it stops by itself, as by SIGSTOP
     */
    record Settings(
            String node, int life, Path shore, int atOnce, int most, Plant plant, Freeze.When freeze, long seed) {

        /** As in the soak: as many runs as there have to be, and nothing of its own accord. */
        Settings(String node, int life, Path shore, int atOnce, Plant plant, long seed) {
            this(node, life, shore, atOnce, Integer.MAX_VALUE, plant, Freeze.When.NEVER, seed);
        }

        List<String> words() {
            return List.of(
                    node, "" + life, shore.toString(), "" + atOnce, "" + most, plant.name(), freeze.name(), "" + seed);
        }

        static Settings of(String... words) {
            return new Settings(
                    words[0],
                    Integer.parseInt(words[1]),
                    Path.of(words[2]),
                    Integer.parseInt(words[3]),
                    Integer.parseInt(words[4]),
                    Plant.valueOf(words[5]),
                    Freeze.When.valueOf(words[6]),
                    Long.parseLong(words[7]));
        }
    }

    private SoakNode(Settings settings) throws IOException {
        this.settings = settings;
        this.shore = Shore.at(settings.shore());
        this.random = new Random(settings.seed());
        this.pools = pools(
                new Address(System.getenv("SOAK_URL"), System.getenv("SOAK_USER"), System.getenv("SOAK_PASSWORD")));
        var codec = RunFacts.codec();
        var freeze = new Freeze(settings.freeze(), shore, name());
        var ledger = new Ledger(() -> new Ledger.Followers(
                List.of(new RunModel(codec), new IncidentModel(IncidentFacts.codec())),
                List.of(new OnDuty(settings.node()), new ChildAnswers(codec), freeze),
                listeners));
        Journal journal = new MariaJournal(pools.work(), pools.reading(), ledger, clock);
        var store = new MariaRunStore(pools.work(), pools.reading(), ledger, journal, codec, settings.node(), clock);
        incidents = new Incidents(journal, IncidentFacts.codec(), codec, this::number);
        nodes = new Nodes(pools.reading(), settings.node(), clock, System::nanoTime);
        agenda = new DatabaseAgenda(pools.reading(), settings.node(), clock);
        var works = new Works(shore, random, this::isCommitted, settings.plant(), freeze, name());
        var told = new ToldStore(store, shore, name(), settings.plant(), works);
        Map<String, StepPort> ports = new HashMap<>(works.byKind());
        ports.put(
                "runbook",
                new RunbookSteps(
                        incidents,
                        (key, mode) -> shelf.find(key),
                        attempt -> EarlierAttempts.openChild(store, attempt),
                        this::take,
                        this::post));
        engine = new Engine(told, shelf, new StepPorts(ports), nodes, new Hands(), agenda, Sight.CALM, clock);
        listeners.add(store);
        listeners.add(freeze);
        listeners.add(entries -> entries.stream()
                .filter(entry -> entry.type().equals("run.ended"))
                .map(Entry::incident)
                .distinct()
                .forEach(engine::nudgeCase));
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        try {
            new SoakNode(Settings.of(args)).live();
        } catch (IllegalStateException | HikariPool.PoolInitializationException e) {
            LOG.warn("cannot start over this line to the database", e);
            System.exit(Life.TRY_AGAIN);
        }
    }

    private String name() {
        return settings.node() + "#" + settings.life();
    }

    private String number() {
        return "S" + settings.life() + "-" + cases.incrementAndGet();
    }

    private void take(String run) {
        engine.take(run);
    }

    private void post(String run, Post post) {
        engine.post(run, post);
    }

    /** As the service sets everything going. */
    private void live() throws InterruptedException {
        nodes.beat();
        rounds.every("heart", Nodes.EVERY, nodes::beat);
        rounds.every("owners", Nodes.EVERY, engine::takeOver);
        rounds.every("mail", MAIL, engine::readMail);
        var watchdog = new Watchdog(engine);
        rounds.every(
                "watchdog",
                WATCH,
                () -> watchdog.look()
                        .forEach(found -> shore.say("stuck %s %s %s".formatted(found.run(), found.why(), name()))));
        agenda.open(Map.of(Engine.DUE, engine::look));
        rounds.every("begin", BEGIN, this::beginOne);
        if (settings.plant() != Plant.LEFT_OPEN) {
            var vain = new AskedInVain(
                    List.of(new TaskDesk(shore)),
                    run -> count("SELECT COUNT(*) FROM run WHERE run = ? AND ending IS NOT NULL", run) == 1);
            rounds.every("vain", VAIN, vain::look);
        }
        shore.say("up " + name());
        new CountDownLatch(1).await();
    }

    /** Where people of the shore find their tasks. */
    private record TaskDesk(Shore shore) implements AskedInVain.Desk {
        @Override
        public List<AskedInVain.Asked> open() {
            return shore.asked().stream()
                    .filter(ident -> !shore.isWithdrawn(ident))
                    .map(ident -> new AskedInVain.Asked(ident, ident.replaceAll("^run-(.*)\\.\\d+$", "$1")))
                    .toList();
        }

        @Override
        public void takeBack(String key) {
            shore.withdraw(key);
        }
    }

    private void beginOne() {
        if (shore.hasEnough()
                || cases.get() >= settings.most()
                || count("SELECT COUNT(*) FROM run_duty") >= settings.atOnce()) {
            return;
        }
        boolean plain = settings.freeze() != Freeze.When.NEVER;
        Runbook runbook = shelf.of(plain ? Shelved.BELOW : random.nextInt(4) == 0 ? Shelved.BACK : Shelved.BROAD);
        var opening = new Incidents.Opening(
                IncidentKind.REPORTED,
                "soak/" + random.nextLong(),
                "",
                clock.instant(),
                Mode.LIVE,
                "soak",
                Actor.SYSTEM);
        var start = new Incidents.Start(runbook, Map.of("line", "line-" + random.nextInt(3)), "soak");
        try {
            incidents
                    .open(opening, List.of(start), Incidents.Along.NOTHING)
                    .runs()
                    .forEach(engine::take);
        } catch (JournalUnavailable e) {
            shore.say("away " + name());
        }
    }

    private boolean isCommitted(AttemptId attempt) {
        return count(
                        "SELECT COUNT(*) FROM journal_entry WHERE stream = ? AND seq = " + attempt.seq()
                                + " AND type = 'run.step-started'",
                        attempt.stream())
                == 1;
    }

    private long count(String sql, String... arguments) {
        try (Connection connection = pools.reading().getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                select.setString(i + 1, arguments[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    static Pools pools(Address database) {
        return new Pools(pool(database, false), pool(database, false), pool(database, true));
    }

    static void close(Pools pools) {
        for (DataSource pool : List.of(pools.work(), pools.people(), pools.reading())) {
            if (pool instanceof HikariDataSource open) {
                open.close();
            }
        }
    }

    /** As in {@code application.yml}. */
    private static HikariDataSource pool(Address database, boolean commits) {
        var config = new HikariConfig();
        config.setJdbcUrl(database.url());
        config.setUsername(database.user());
        config.setPassword(database.password());
        config.setMaximumPoolSize(12);
        config.setMinimumIdle(1);
        config.setConnectionTimeout(3000);
        config.setValidationTimeout(1000);
        config.setAutoCommit(commits);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        config.setConnectionInitSql(INIT);
        config.addDataSourceProperty("connectTimeout", "2000");
        config.addDataSourceProperty("socketTimeout", "30000");
        config.addDataSourceProperty("useServerPrepStmts", "true");
        config.addDataSourceProperty("readOnlyPropagatesToServer", "false");
        config.addDataSourceProperty("timezone", "UTC");
        config.addDataSourceProperty("preserveInstants", "true");
        return new HikariDataSource(config);
    }
}
