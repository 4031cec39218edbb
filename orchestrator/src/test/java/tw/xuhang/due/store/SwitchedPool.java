package tw.xuhang.due.store;

import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;

/** A pool that can be cut off from its database. */
final class SwitchedPool {

    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean away;

    DataSource over(DataSource pool) {
        return (DataSource) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {DataSource.class}, (_, method, args) -> {
                    if (away && method.getName().equals("getConnection")) {
                        refused.incrementAndGet();
                        throw unreachable();
                    }
                    return method.invoke(pool, args);
                });
    }

    private static SQLException unreachable() {
        return new SQLNonTransientConnectionException("the database is away");
    }

    void cut() {
        away = true;
    }

    void mend() {
        away = false;
    }

    int refused() {
        return refused.get();
    }
}
