package tw.xuhang.testing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tw.xuhang.database.Address;

/** Every row of every table, as text, to see whether two states of a database are the same. */
public final class TableDump {

    private TableDump() {}

    /** @param leftOut tables that are not compared, by prefix */
    public static Map<String, List<String>> of(Address address, String... leftOut) {
        Map<String, List<String>> dump = new TreeMap<>();
        try (Connection connection = TestDatabase.connect(address)) {
            for (String table : column(connection, "SHOW FULL TABLES WHERE Table_type = 'BASE TABLE'")) {
                if (List.of(leftOut).stream().noneMatch(table::startsWith)) {
                    dump.put(table, rows(connection, table));
                }
            }
            return dump;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> column(Connection connection, String sql) throws SQLException {
        List<String> values = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            while (row.next()) {
                values.add(row.getString(1));
            }
        }
        return values;
    }

    private static List<String> rows(Connection connection, String table) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT * FROM `" + table + "`")) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                StringBuilder text = new StringBuilder();
                for (int i = 1; i <= columns; i++) {
                    text.append(row.getString(i)).append('|');
                }
                rows.add(text.toString());
            }
        }
        return rows.stream().sorted().toList();
    }
}
