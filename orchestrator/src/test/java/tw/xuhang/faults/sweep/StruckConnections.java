package tw.xuhang.faults.sweep;

import io.micronaut.context.annotation.Requires;
import io.micronaut.context.event.BeanCreatedEvent;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.core.order.Ordered;
import jakarta.inject.Singleton;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.Statement;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** Stands between the service and its pools: each commit of a change, by hand or by itself, is a moment before and one after. */
@Singleton
@Requires(env = "hand-turned")
final class StruckConnections implements BeanCreatedEventListener<DataSource>, Ordered {

    /** So many, and nothing follows from one but the next. */
    private static final String HEARTBEAT = "INSERT INTO node ";

    private static final Pattern FACT = Pattern.compile("[a-z]+\\.[a-z-]+");

    private final Strike strike;

    StruckConnections(Strike strike) {
        this.strike = strike;
    }

    /** Before the framework wraps the pool in its own. */
    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public DataSource onCreated(BeanCreatedEvent<DataSource> event) {
        DataSource pool = event.getBean();
        return proxy(DataSource.class, (self, method, args) -> {
            Object result = call(pool, method, args);
            return result instanceof Connection connection ? connection(connection) : result;
        });
    }

    private Connection connection(Connection connection) {
        strike.mustLive();
        var open = new Open(connection);
        return proxy(Connection.class, (self, method, args) -> switch (method.getName()) {
            case "commit" -> open.commit(method, args);
            case "rollback" -> {
                open.changed = "";
                yield call(connection, method, args);
            }
            case "createStatement", "prepareStatement" -> {
                strike.mustLive();
                String sql = args == null || !(args[0] instanceof String text) ? "" : text;
                Object made = call(connection, method, args);
                yield made instanceof PreparedStatement prepared
                        ? statement(PreparedStatement.class, open, prepared, sql)
                        : statement(Statement.class, open, (Statement) Objects.requireNonNull(made), sql);
            }
            default -> call(connection, method, args);
        });
    }

    private <S extends Statement> S statement(Class<S> type, Open open, S statement, String sql) {
        return proxy(type, (self, method, args) -> {
            if (!method.getName().startsWith("execute")) {
                open.hear(args);
                return call(statement, method, args);
            }
            String said = args == null || !(args[0] instanceof String text) ? sql : text;
            return open.execute(said, () -> call(statement, method, args));
        });
    }

    @FunctionalInterface
    private interface Call {
        @Nullable
        Object make() throws Throwable;
    }

    /** A connection with what was changed on it since its last commit. */
    private final class Open {
        private final Connection connection;
        private String changed = "";

        Open(Connection connection) {
            this.connection = connection;
        }

        /** A change of the journal goes by the name of its first fact. */
        void hear(Object @Nullable [] args) {
            if (changed.contains("journal_head")
                    && args != null
                    && args.length == 2
                    && args[1] instanceof String text
                    && FACT.matcher(text).matches()) {
                changed = text;
            }
        }

        @Nullable
        Object commit(Method method, Object @Nullable [] args) throws Throwable {
            String change = changed;
            changed = "";
            return around(change, () -> call(connection, method, args));
        }

        @Nullable
        Object execute(String sql, Call call) throws Throwable {
            strike.mustLive();
            if (sql.stripLeading().toUpperCase(Locale.ROOT).startsWith("SELECT")) {
                return call.make();
            }
            if (sql.startsWith(HEARTBEAT)) {
                return call.make();
            }
            if (connection.getAutoCommit()) {
                return around(name(sql), call);
            }
            changed = changed.isEmpty() ? name(sql) : changed;
            return call.make();
        }

        private @Nullable Object around(String change, Call call) throws Throwable {
            if (change.isEmpty()) {
                return call.make();
            }
            fail(strike.falls("before " + change));
            Object result = call.make();
            fail(strike.falls("after " + change));
            return result;
        }

        private static void fail(boolean falls) throws SQLException {
            if (falls) {
                throw new SQLNonTransientConnectionException("struck", "08000");
            }
        }

        private static String name(String sql) {
            String words = sql.strip().replaceAll("\\s+", " ");
            return words.substring(0, Math.min(words.length(), 48));
        }
    }

    private static @Nullable Object call(Object target, Method method, Object @Nullable [] args) throws Throwable {
        try {
            return method.invoke(target, args);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
