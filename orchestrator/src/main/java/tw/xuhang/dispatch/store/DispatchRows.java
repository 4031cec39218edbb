package tw.xuhang.dispatch.store;

import io.micronaut.data.annotation.Id;
import io.micronaut.data.annotation.MappedEntity;
import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The list of orders. */
@JdbcRepository(dialect = Dialect.MYSQL)
public interface DispatchRows extends GenericRepository<DispatchRows.Row, String> {

    /**
     * One order.
     *
     * @param stage name of a {@link tw.xuhang.dispatch.DispatchOrder.Stage}
     * @param answeredAll fault point, section and scope are answered, or why not (P-16)
     * @param dueAt when its ladder is to be climbed next; null when it ends
     */
    @MappedEntity("dispatch_order")
    record Row(
            @Id String orderKey,
            String incident,
            String mode,
            String vendor,
            String circuit,
            String stage,
            Instant placedAt,
            Instant replyBy,
            @Nullable Instant acknowledgedAt,
            @Nullable Instant eta,
            @Nullable Instant arrivedAt,
            @Nullable Instant fixedAt,
            boolean answeredAll,
            boolean called,
            @Nullable Instant dueAt) {}

    @Query("SELECT * FROM dispatch_order WHERE due_at <= :now ORDER BY due_at, order_key")
    List<Row> due(Instant now);

    @Query("SELECT * FROM dispatch_order WHERE incident = :incident ORDER BY placed_at, order_key")
    List<Row> ofCase(String incident);

    /** Neither repaired, declined nor closed. */
    @Query("SELECT * FROM dispatch_order WHERE stage IN ('NOT_SENT', 'SENT', 'ACKNOWLEDGED', 'ON_SITE')"
            + " ORDER BY placed_at, order_key")
    List<Row> open();

    @Query("SELECT * FROM dispatch_order ORDER BY placed_at DESC, order_key LIMIT :most")
    List<Row> latest(int most);
}
