package tw.xuhang.execution.store;

import org.junit.jupiter.api.Tag;
import tw.xuhang.testing.TestDatabase;

/** The same store of runs on MariaDB 10.11, with that server's own settings. */
@Tag("docker")
final class MariaRunStoreInContainerTest extends MariaRunStoreTest {

    @Override
    TestDatabase migrated() {
        return TestDatabase.migratedInContainer();
    }
}
