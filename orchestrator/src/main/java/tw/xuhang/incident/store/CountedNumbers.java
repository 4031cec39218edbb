package tw.xuhang.incident.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.InstantSource;
import javax.sql.DataSource;
import tw.xuhang.directory.Office;
import tw.xuhang.evidence.JournalUnavailable;
import tw.xuhang.incident.IncidentNumbers;

/** Counts cases within each year of the office's calendar. A number given to a case that failed to open is lost. */
public final class CountedNumbers implements IncidentNumbers {

    private final DataSource reading;
    private final InstantSource clock;

    public CountedNumbers(DataSource reading, InstantSource clock) {
        this.reading = reading;
        this.clock = clock;
    }

    @Override
    public String next() {
        int year = clock.instant().atZone(Office.ZONE).getYear();
        String sql = "INSERT INTO incident_number (year, last) VALUES (?, 1)"
                + " ON DUPLICATE KEY UPDATE last = LAST_INSERT_ID(last + 1)";
        try (Connection connection = reading.getConnection()) {
            try (PreparedStatement count = connection.prepareStatement(sql)) {
                count.setInt(1, year);
                boolean first = count.executeUpdate() == 1;
                return "%d-%04d".formatted(year, first ? 1 : counted(connection));
            }
        } catch (SQLException e) {
            throw new JournalUnavailable(e);
        }
    }

    private static long counted(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT LAST_INSERT_ID()");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
