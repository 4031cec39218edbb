package tw.xuhang.command;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Instant;
import java.util.Optional;
import tw.xuhang.database.Address;
import tw.xuhang.database.Database;
import tw.xuhang.database.DatabaseFailed;
import tw.xuhang.database.EmbeddedDatabase;
import tw.xuhang.database.ExternalDatabase;
import tw.xuhang.database.Pools;
import tw.xuhang.home.Home;
import tw.xuhang.home.HomeLock;

/**
 * The database of a home for one command: the external one, or the one that the service runs there, or, when no
 * service runs, one started for as long as the command takes.
 */
final class LocalDatabase implements AutoCloseable {

    private final HikariDataSource source;
    private final Optional<Database> own;
    private final Optional<HomeLock> lock;

    private LocalDatabase(Address address, Optional<Database> own, Optional<HomeLock> lock) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(address.url());
        config.setUsername(address.user());
        config.setPassword(address.password());
        config.setMaximumPoolSize(2);
        config.setMinimumIdle(0);
        config.setConnectionTimeout(5_000);
        this.source = new HikariDataSource(config);
        this.own = own;
        this.lock = lock;
    }

    /** @param what command, as others are told who wait for it */
    static LocalDatabase open(Home home, String what, Instant now) {
        Optional<Database> external = ExternalDatabase.from(System.getenv());
        if (external.isPresent()) {
            return new LocalDatabase(external.get().address(), Optional.empty(), Optional.empty());
        }
        var me = new HomeLock.Holder(ProcessHandle.current().pid(), what, now);
        return switch (HomeLock.attempt(home, me)) {
            case HomeLock.Attempt.Taken taken -> {
                Database database = EmbeddedDatabase.starting(home);
                yield new LocalDatabase(database.address(), Optional.of(database), Optional.of(taken.lock()));
            }
            case HomeLock.Attempt.InUse _ ->
                new LocalDatabase(
                        EmbeddedDatabase.running(home)
                                .orElseThrow(() -> new DatabaseFailed(home.path() + " has no database yet")),
                        Optional.empty(),
                        Optional.empty());
        };
    }

    Pools pools() {
        return new Pools(source, source, source);
    }

    @Override
    public void close() {
        source.close();
        own.ifPresent(Database::close);
        lock.ifPresent(HomeLock::close);
    }
}
