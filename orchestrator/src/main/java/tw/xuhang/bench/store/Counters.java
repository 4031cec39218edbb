package tw.xuhang.bench.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import tw.xuhang.database.Pools;

/**
 * How much the database was asked so far, by its own count.
 *
 * @param questions statements of clients
 * @param commits commits that a client asked for
 */
public record Counters(long questions, long commits) {

    public static Counters read(Pools pools) {
        String sql = "SHOW GLOBAL STATUS WHERE Variable_name IN ('Questions', 'Com_commit')";
        Map<String, Long> values = new HashMap<>();
        try (Connection connection = pools.reading().getConnection();
                PreparedStatement show = connection.prepareStatement(sql);
                ResultSet row = show.executeQuery()) {
            while (row.next()) {
                values.put(row.getString(1), row.getLong(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database does not say what it was asked", e);
        }
        return new Counters(values.getOrDefault("Questions", 0L), values.getOrDefault("Com_commit", 0L));
    }

    public Counters since(Counters before) {
        return new Counters(questions - before.questions, commits - before.commits);
    }
}
