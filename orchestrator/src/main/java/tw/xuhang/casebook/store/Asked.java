package tw.xuhang.casebook.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import tw.xuhang.casebook.Page;
import tw.xuhang.evidence.JournalUnavailable;

/** A question whose conditions depend on what is asked. Values are bound, never written into the text. */
final class Asked {

    private final StringBuilder text;
    private final List<String> values = new ArrayList<>();
    private String glue = " WHERE ";

    Asked(String select) {
        this.text = new StringBuilder(select);
    }

    /** Reads one row. */
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    Asked where(String condition, String... bound) {
        text.append(glue).append(condition);
        values.addAll(List.of(bound));
        glue = " AND ";
        return this;
    }

    /** Only where a value is given. */
    Asked whereGiven(String condition, String value) {
        return value.isEmpty() ? this : where(condition, value);
    }

    /** One more than is wanted, so that it shows whether there is more. */
    <T> List<T> page(DataSource source, String order, Page.Cut cut, Reader<T> reader) {
        text.append(" ORDER BY ").append(order).append(" LIMIT ").append(cut.limit() + 1);
        return all(source, reader);
    }

    <T> Optional<T> one(DataSource source, Reader<T> reader) {
        return all(source, reader).stream().findFirst();
    }

    private <T> List<T> all(DataSource source, Reader<T> reader) {
        try (Connection connection = source.getConnection();
                PreparedStatement select = connection.prepareStatement(text.toString())) {
            for (int i = 0; i < values.size(); i++) {
                select.setString(i + 1, values.get(i));
            }
            var found = new ArrayList<T>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(reader.read(row));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new JournalUnavailable(e);
        }
    }

    static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(row.getTimestamp(column), column).toInstant();
    }

    static Optional<Instant> maybeAt(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getTimestamp(column)).map(Timestamp::toInstant);
    }
}
