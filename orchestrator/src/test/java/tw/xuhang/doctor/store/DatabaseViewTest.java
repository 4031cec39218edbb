package tw.xuhang.doctor.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.access.Role;
import tw.xuhang.database.Address;
import tw.xuhang.doctor.DatabaseLook;
import tw.xuhang.home.Home;
import tw.xuhang.testing.TableDump;
import tw.xuhang.testing.TestDatabase;

final class DatabaseViewTest {

    @TempDir
    private Path home;

    @Test
    void tellsVersionClockSchemaTypesAndFactorsAndChangesNothing() {
        try (TestDatabase database = TestDatabase.migrated()) {
            TestDatabase.run(
                    database.address(),
                    "INSERT INTO account (name, person, roles, must_change, active, totp_sealed) VALUES"
                            + " ('ciso', '資安長', 'CISO,STAFF', 0, 1, 'box'), ('old', '前任', 'CISO', 0, 0, NULL)");
            TestDatabase.run(
                    database.address(), "INSERT INTO journal_type (type, version) VALUES ('from.tomorrow', 3)");
            Map<String, List<String>> before = TableDump.of(database.address());

            DatabaseLook look =
                    view(database.address(), Map.of("incident.opened", 1)).look();

            assertThat(look).isInstanceOfSatisfying(DatabaseLook.Answers.class, answers -> {
                assertThat(answers.version()).contains("MariaDB");
                assertThat(answers.schema().pending()).isZero();
                assertThat(answers.schema().empty()).isFalse();
                assertThat(answers.unknown()).containsExactly(Map.entry("from.tomorrow", 3));
                assertThat(answers.accounts())
                        .containsExactly(new DatabaseLook.Who("ciso", Set.of(Role.CISO, Role.STAFF), true));
            });
            assertThat(TableDump.of(database.address())).isEqualTo(before);
        }
    }

    @Test
    void anEmptyOneIsLeftEmpty() {
        try (TestDatabase database = TestDatabase.empty()) {
            assertThat(view(database.address(), Map.of()).look())
                    .isInstanceOfSatisfying(
                            DatabaseLook.Answers.class,
                            answers -> assertThat(answers.schema().empty()).isTrue());
            assertThat(TableDump.of(database.address())).isEmpty();
        }
    }

    @Test
    void tablesOfANewerReleaseAreNamed() {
        try (TestDatabase database = TestDatabase.migrated()) {
            TestDatabase.run(
                    database.address(),
                    "INSERT INTO flyway_schema_history SELECT 9999, '999', 'from tomorrow', type, 'V999__x.sql', 1,"
                            + " installed_by, installed_on, 1, 1 FROM flyway_schema_history LIMIT 1");
            assertThat(view(database.address(), Map.of()).look())
                    .isInstanceOfSatisfying(
                            DatabaseLook.Answers.class,
                            answers -> assertThat(answers.schema().foreign()).containsExactly("V999 from tomorrow"));
        }
    }

    @Test
    void aWrongPasswordIsNotTakenForAnAbsentDatabase() {
        try (TestDatabase database = TestDatabase.empty()) {
            Address right = database.address();
            var wrong = new Address(right.url(), right.user(), "wrong");
            assertThat(view(wrong, Map.of()).look()).isInstanceOf(DatabaseLook.Refused.class);
            assertThat(view(new Address("jdbc:mariadb://127.0.0.1:1/x", "x", "x"), Map.of())
                            .look())
                    .isInstanceOf(DatabaseLook.Away.class);
        }
    }

    @Test
    void aFreshHomeHasNoneYetAndStaysFresh() {
        var view = new DatabaseView(new Home(home.resolve("none")), Optional.empty(), false, Map.of());
        assertThat(view.look()).isInstanceOf(DatabaseLook.NotYet.class);
        assertThat(home.resolve("none")).doesNotExist();
    }

    private DatabaseView view(Address address, Map<String, Integer> known) {
        return new DatabaseView(new Home(home), Optional.of(address), false, known);
    }
}
