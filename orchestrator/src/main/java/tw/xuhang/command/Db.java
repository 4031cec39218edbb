package tw.xuhang.command;

import io.micronaut.context.ApplicationContext;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tw.xuhang.database.Database;
import tw.xuhang.database.EmbeddedDatabase;
import tw.xuhang.database.ExternalDatabase;
import tw.xuhang.evidence.store.Rebuild;
import tw.xuhang.home.Home;
import tw.xuhang.home.HomeLock;

/** Care of the database. */
@Command(
        name = "db",
        description = "資料庫維護。Care of the database.",
        mixinStandardHelpOptions = true,
        subcommands = Db.RebuildCommand.class)
public final class Db {

    /** Environment in which no engine, scheduler or route may start. */
    public static final String MAINTENANCE = "maintenance";

    /** Needs the service stopped, so that nobody writes meanwhile. */
    @Command(
            name = "rebuild",
            description = "由存證紀錄重建所有檢視表（服務須先停止）。Make every read model anew from the journal.",
            mixinStandardHelpOptions = true)
    static final class RebuildCommand implements Callable<Integer> {

        private final InstantSource clock = InstantSource.system();

        @Option(names = "--home", defaultValue = "${env:XUHANG_HOME:-var}", description = "default ${DEFAULT-VALUE}")
        private Path home;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Home here = new Home(home);
            var me = new HomeLock.Holder(ProcessHandle.current().pid(), "xuhang db rebuild", clock.instant());
            return switch (HomeLock.attempt(here, me)) {
                case HomeLock.Attempt.InUse inUse ->
                    Refusals.inUse(inUse).tell(spec.commandLine().getErr());
                case HomeLock.Attempt.Taken taken -> {
                    int code = rebuild(here);
                    taken.lock().close();
                    yield code;
                }
            };
        }

        private int rebuild(Home here) {
            try (Database database =
                            ExternalDatabase.from(System.getenv()).orElseGet(() -> EmbeddedDatabase.starting(here));
                    ApplicationContext context = ApplicationContext.builder()
                            .deduceEnvironment(false)
                            .environments(MAINTENANCE)
                            .banner(false)
                            .singletons(database)
                            .properties(Map.of("xuhang.home", here.path().toString()))
                            .start()) {
                long entries = context.getBean(Rebuild.class).run();
                spec.commandLine().getOut().printf("已由 %d 筆紀錄重建。Rebuilt from %1$d entries.%n", entries);
                return Exit.OK;
            }
        }
    }
}
