package tw.xuhang.incident.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import javax.sql.DataSource;
import tw.xuhang.evidence.JournalUnavailable;
import tw.xuhang.incident.IncidentNumbers;
import tw.xuhang.time.OfficeTime;

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
        int year = clock.instant().atZone(OfficeTime.ZONE).getYear();
        // The server sends back what LAST_INSERT_ID was given, so the count needs no second question.
        String sql = "INSERT INTO incident_number (year, last) VALUES (?, LAST_INSERT_ID(1))"
                + " ON DUPLICATE KEY UPDATE last = LAST_INSERT_ID(last + 1)";
        try (Connection connection = reading.getConnection();
                PreparedStatement count = connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS)) {
            count.setInt(1, year);
            count.executeUpdate();
            return "%d-%04d".formatted(year, counted(count));
        } catch (SQLException e) {
            throw new JournalUnavailable(e);
        }
    }

    private static long counted(PreparedStatement count) throws SQLException {
        try (ResultSet row = count.getGeneratedKeys()) {
            row.next();
            return row.getLong(1);
        }
    }
}
