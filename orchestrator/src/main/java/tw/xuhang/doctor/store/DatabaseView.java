package tw.xuhang.doctor.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tw.xuhang.access.Role;
import tw.xuhang.database.Address;
import tw.xuhang.database.EmbeddedDatabase;
import tw.xuhang.database.SchemaState;
import tw.xuhang.doctor.DatabaseLook;
import tw.xuhang.evidence.store.Types;
import tw.xuhang.home.Home;

/** Looks into the database with statements that only read, and never starts one. */
public final class DatabaseView {

    private static final String QUICK = "connectTimeout=2000&socketTimeout=2500";

    private final Home home;
    private final Optional<Address> external;
    private final boolean served;
    private final Map<String, Integer> known;

    /**
     * @param external empty: the embedded one of the home
     * @param served a service works on the home, so that its embedded database must answer
     * @param known entry types of this release, with the newest version it reads
     */
    public DatabaseView(Home home, Optional<Address> external, boolean served, Map<String, Integer> known) {
        this.home = home;
        this.external = external;
        this.served = served;
        this.known = Map.copyOf(known);
    }

    public DatabaseLook look() {
        if (external.isPresent()) {
            return ask(external.get());
        }
        Path db = home.path().resolve("db");
        if (!Files.exists(db)) {
            return new DatabaseLook.NotYet(db.toString());
        }
        Optional<Address> embedded = served ? EmbeddedDatabase.running(home) : Optional.empty();
        return embedded.<DatabaseLook>map(this::ask)
                .orElseGet(() -> new DatabaseLook.Resting(db.toString(), Files.isDirectory(db.resolve("data"))));
    }

    private DatabaseLook ask(Address address) {
        String url = address.url() + (address.url().contains("?") ? "&" : "?") + QUICK;
        try (Connection connection = DriverManager.getConnection(url, address.user(), address.password());
                Statement statement = connection.createStatement()) {
            return read(address, connection, statement);
        } catch (SQLException e) {
            String why = String.valueOf(e.getMessage());
            return String.valueOf(e.getSQLState()).startsWith("28") || e.getErrorCode() == 1044
                    ? new DatabaseLook.Refused(address.toString(), why)
                    : new DatabaseLook.Away(address.toString(), why);
        }
    }

    private DatabaseLook read(Address address, Connection connection, Statement statement) throws SQLException {
        String version = one(statement, "SELECT VERSION()").orElse("");
        Instant now = one(statement, "SELECT CAST(UTC_TIMESTAMP(6) AS CHAR)")
                .map(DatabaseView::instant)
                .orElse(Instant.EPOCH);
        SchemaState state = SchemaState.of(address);
        var schema = new DatabaseLook.Schema(state.empty(), state.pending(), state.foreign(), state.failed());
        boolean tables = !state.empty() && has(statement, "account") && has(statement, "journal_type");
        return new DatabaseLook.Answers(
                address.toString(),
                version,
                now,
                tables
                        ? one(statement, "SELECT CAST(MAX(recorded_at) AS CHAR) FROM journal_entry")
                                .map(DatabaseView::instant)
                        : Optional.empty(),
                schema,
                tables ? Types.unknown(connection, known) : Map.of(),
                tables ? accounts(statement) : List.of());
    }

    private static boolean has(Statement statement, String table) throws SQLException {
        return one(
                        statement,
                        "SELECT 1 FROM information_schema.tables WHERE table_schema = DATABASE() AND table_name = '"
                                + table + "'")
                .isPresent();
    }

    private static List<DatabaseLook.Who> accounts(Statement statement) throws SQLException {
        List<DatabaseLook.Who> accounts = new ArrayList<>();
        try (ResultSet row =
                statement.executeQuery("SELECT name, roles, totp_sealed IS NOT NULL FROM account WHERE active")) {
            while (row.next()) {
                var roles = Arrays.stream(row.getString(2).split(",", -1))
                        .filter(role -> !role.isEmpty())
                        .map(Role::valueOf)
                        .collect(Collectors.toSet());
                accounts.add(new DatabaseLook.Who(row.getString(1), roles, row.getBoolean(3)));
            }
        }
        return accounts;
    }

    private static Optional<String> one(Statement statement, String sql) throws SQLException {
        try (ResultSet row = statement.executeQuery(sql)) {
            return row.next() ? Optional.ofNullable(row.getString(1)) : Optional.empty();
        }
    }

    private static Instant instant(String text) {
        return LocalDateTime.parse(text.replace(' ', 'T')).toInstant(ZoneOffset.UTC);
    }
}
