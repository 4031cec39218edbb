package tw.xuhang.database;

import java.util.ArrayList;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationInfoService;

/**
 * How the tables of a database stand to those of this release. Taking it changes nothing.
 *
 * @param empty there are no tables of ours yet
 * @param pending the next start makes so many changes
 * @param foreign changes that this release does not know: a newer one made them (E3)
 * @param failed changes that stopped halfway
 */
public record SchemaState(boolean empty, int pending, List<String> foreign, List<String> failed) {

    public SchemaState {
        foreign = List.copyOf(foreign);
        failed = List.copyOf(failed);
    }

    /** @throws org.flywaydb.core.api.FlywayException the database cannot be asked */
    public static SchemaState of(Address address) {
        MigrationInfoService all = Flyway.configure()
                .dataSource(address.url(), address.user(), address.password())
                .locations("classpath:db/migration")
                .outOfOrder(true)
                .load()
                .info();
        List<String> foreign = new ArrayList<>();
        List<String> failed = new ArrayList<>();
        for (MigrationInfo each : all.applied()) {
            if (each.getState().isFailed()) {
                failed.add(name(each));
            } else if (!each.getState().isResolved()) {
                foreign.add(name(each));
            }
        }
        return new SchemaState(all.applied().length == 0, all.pending().length, foreign, failed);
    }

    private static String name(MigrationInfo migration) {
        return "V" + migration.getVersion() + " " + migration.getDescription();
    }
}
