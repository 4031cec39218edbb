package tw.xuhang.access.store;

import io.micronaut.data.annotation.Query;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import io.micronaut.data.model.query.builder.sql.Dialect;
import io.micronaut.data.repository.GenericRepository;
import java.util.List;
import java.util.Optional;

/** Statements on {@code account}. */
@JdbcRepository(dialect = Dialect.MYSQL)
interface AccountTable extends GenericRepository<AccountRow, String> {

    Optional<AccountRow> findByName(String name);

    List<AccountRow> findAllOrderByName();

    @Query(
            "INSERT INTO account (name, person, roles, must_change, active) VALUES (:name, :person, :roles, :mustChange, :active)"
                    + " ON DUPLICATE KEY UPDATE person = :person, roles = :roles, must_change = :mustChange, active = :active")
    void put(String name, String person, String roles, boolean mustChange, boolean active);

    @Query("UPDATE account SET password_hash = :hash, must_change = :mustChange WHERE name = :name")
    long setPassword(String name, String hash, boolean mustChange);

    @Query("UPDATE account SET totp_sealed = :box, totp_step = 0 WHERE name = :name")
    long setTotp(String name, String box);

    /** The condition makes one of two simultaneous uses win. */
    @Query("UPDATE account SET totp_step = :step WHERE name = :name AND totp_step < :step")
    long useStep(String name, long step);
}
