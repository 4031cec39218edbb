package tw.xuhang.evidence.store;

import org.junit.jupiter.api.Tag;
import tw.xuhang.testing.TestDatabase;

/** The same journal on MariaDB 10.11, with that server's own settings. */
@Tag("docker")
final class MariaJournalInContainerTest extends MariaJournalTest {

    @Override
    TestDatabase migrated() {
        return TestDatabase.migratedInContainer();
    }
}
