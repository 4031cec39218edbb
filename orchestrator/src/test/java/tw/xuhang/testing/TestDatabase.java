package tw.xuhang.testing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.mariadb.jdbc.MariaDbDataSource;
import org.mariadb.jdbc.MariaDbPoolDataSource;
import tw.xuhang.database.Address;
import tw.xuhang.database.Database;
import tw.xuhang.database.EmbeddedDatabase;
import tw.xuhang.database.Pools;
import tw.xuhang.home.Home;
import tw.xuhang.home.HomeLock;

/**
 * One MariaDB for all tests of a JVM, under {@code target/}; it is told to stop when the JVM ends. Each instance of
 * this class is a schema of its own, empty at first.
 */
public final class TestDatabase implements Database {

    private static final AtomicInteger COUNT = new AtomicInteger();

    private final Address address;
    private final List<MariaDbPoolDataSource> pools = new ArrayList<>();

    private TestDatabase(Address address) {
        this.address = address;
    }

    /** Runs once per JVM; a home that another JVM holds is passed over. */
    private static final class Shared {
        static final EmbeddedDatabase DATABASE = start();

        private static EmbeddedDatabase start() {
            for (int i = 1; i < 20; i++) {
                Home home = new Home(Path.of("target", "test-home", "" + i));
                var me = new HomeLock.Holder(ProcessHandle.current().pid(), "tests", Instant.EPOCH);
                if (HomeLock.attempt(home, me) instanceof HomeLock.Attempt.Taken) {
                    EmbeddedDatabase database = EmbeddedDatabase.starting(home);
                    dropSchemas(database.address());
                    return database;
                }
            }
            throw new IllegalStateException("every test home is in use");
        }

        private static void dropSchemas(Address address) {
            run(address, "SELECT 1");
            try (Connection connection = connect(address);
                    Statement statement = connection.createStatement();
                    ResultSet found = statement.executeQuery("SHOW DATABASES LIKE 'xuhang\\_t%'")) {
                while (found.next()) {
                    run(address, "DROP DATABASE " + found.getString(1));
                }
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A new schema without tables. */
    public static TestDatabase empty() {
        return empty(Shared.DATABASE.address());
    }

    private static TestDatabase empty(Address shared) {
        String name = "xuhang_t" + COUNT.incrementAndGet();
        run(shared, "CREATE DATABASE " + name);
        return new TestDatabase(
                new Address(shared.url().replace("/xuhang?", "/" + name + "?"), shared.user(), shared.password()));
    }

    /** A new schema with all tables. */
    public static TestDatabase migrated() {
        return migrated(empty());
    }

    /** The same on another version, in a container; the test is skipped where no engine answers. */
    public static TestDatabase migratedInContainer() {
        return migrated(empty(ContainedServer.address()));
    }

    private static TestDatabase migrated(TestDatabase database) {
        Flyway.configure()
                .dataSource(database.address.url(), database.address.user(), database.address.password())
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load()
                .migrate();
        return database;
    }

    /** Takes every row out of every table, save those that are left out by prefix: quicker than a new schema. */
    public void clear(String... leftOut) {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.execute("SET FOREIGN_KEY_CHECKS = 0");
            for (String table : tables(statement)) {
                if (Stream.of(leftOut).noneMatch(table::startsWith)) {
                    statement.execute("DELETE FROM `" + table + "`");
                }
            }
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> tables(Statement statement) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'")) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        return tables;
    }

    @Override
    public Address address() {
        return address;
    }

    /** Pools as the service has them. */
    public Pools pools() {
        return pools("");
    }

    /** @param options added to the URL, e.g. {@code &timezone=-08:00} */
    public Pools pools(String options) {
        String hand = "&autocommit=false&transactionIsolation=READ_COMMITTED" + options;
        return new Pools(pool(hand), pool(hand), pool("&transactionIsolation=READ_COMMITTED" + options));
    }

    /** Pools of a database that nobody runs. */
    public static Pools unreachable() throws SQLException {
        DataSource nobody = new MariaDbDataSource("jdbc:mariadb://127.0.0.1:1/x?user=x&password=x&connectTimeout=300");
        return new Pools(nobody, nobody, nobody);
    }

    private MariaDbPoolDataSource pool(String options) {
        try {
            MariaDbPoolDataSource pool =
                    new MariaDbPoolDataSource(address.url() + "&user=" + address.user() + "&password="
                            + address.password() + "&maxPoolSize=12&minPoolSize=0&useServerPrepStmts=true" + options);
            pools.add(pool);
            return pool;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Connection connect(Address address) throws SQLException {
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    public static void run(Address address, String sql) {
        try (Connection connection = connect(address);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    @Override
    public void close() {
        pools.forEach(MariaDbPoolDataSource::close);
        pools.clear();
        run(address, "DROP DATABASE IF EXISTS " + address.url().replaceAll(".*/(xuhang_t\\d+).*", "$1"));
    }
}
