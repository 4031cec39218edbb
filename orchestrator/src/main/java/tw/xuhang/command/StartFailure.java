package tw.xuhang.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import tw.xuhang.database.Database;
import tw.xuhang.database.DatabaseFailed;
import tw.xuhang.database.SchemaState;
import tw.xuhang.home.Home;
import tw.xuhang.runbook.Text;

/** Turns what broke a start into words for the operator; the stack trace goes to a file, not to people. */
final class StartFailure {

    private static final int DEEPEST = 20;

    private StartFailure() {}

    /** @param database to ask how its tables stand, where they are the reason */
    static Refusal explain(Throwable failure, Home home, Optional<Database> database, Instant now) {
        return ofDatabase(failure, database).orElseGet(() -> {
            String reason = reason(failure);
            String trace = keep(failure, home, now);
            return new Refusal(
                    new Text(
                            "設定或檔案有誤：%s。細節見 %s".formatted(reason, trace),
                            "%s. Details for whoever looks into it: %s".formatted(reason, trace)),
                    Exit.ERROR);
        });
    }

    /** The same for a command that is no start. */
    static Refusal explain(Throwable failure) {
        return ofDatabase(failure, Optional.empty()).orElseGet(() -> new Refusal(Text.of(reason(failure)), Exit.ERROR));
    }

    private static Optional<Refusal> ofDatabase(Throwable failure, Optional<Database> database) {
        for (Throwable each : chain(failure)) {
            if (each instanceof DatabaseFailed failed) {
                return Optional.of(database(failed));
            }
            if (each instanceof FlywayException flyway) {
                return Optional.of(schema(flyway, database));
            }
        }
        return Optional.empty();
    }

    private static Refusal database(DatabaseFailed failed) {
        String en = String.valueOf(failed.getMessage());
        return switch (failed.kind()) {
            case AWAY -> new Refusal(new Text("資料庫沒有回應。請啟動資料庫，或更正 XUHANG_DB_URL。", en), Exit.UNREACHABLE);
            case REFUSED ->
                new Refusal(
                        new Text("資料庫不接受此帳號或密碼。請更正 XUHANG_DB_USER、XUHANG_DB_PASSWORD_FILE 或該帳號的權限。", en),
                        Exit.NOT_ALLOWED);
            case NEWER -> new Refusal(new Text("資料庫屬於較新的版本，本版拒絕在其上運作。請改用較新版，或還原升級前的備份。", en), Exit.CONFLICT);
            case HALFWAY -> new Refusal(new Text("資料表變更中途失敗。請由變更前的備份還原後再啟動。", en), Exit.CONFLICT);
            case BROKEN -> new Refusal(new Text("資料庫無法使用：" + en, en), Exit.ERROR);
        };
    }

    private static Refusal schema(FlywayException flyway, Optional<Database> database) {
        if (database.isPresent()) {
            SchemaState state = SchemaState.of(database.get().address());
            if (!state.failed().isEmpty()) {
                return database(new DatabaseFailed(
                        DatabaseFailed.Kind.HALFWAY,
                        "a change of the tables stopped halfway: %s. Restore the backup from before it, then start again."
                                .formatted(state.failed())));
            }
            if (!state.foreign().isEmpty()) {
                return database(new DatabaseFailed(
                        DatabaseFailed.Kind.NEWER,
                        "the tables are those of a newer release: %s. Use that release, or restore the backup from before the upgrade."
                                .formatted(state.foreign())));
            }
        }
        return database(new DatabaseFailed("the tables cannot be brought up to date: " + oneLine(flyway)));
    }

    /** Our own words come first in the chain; a framework's say only where it was. */
    private static String reason(Throwable failure) {
        List<String> said = new ArrayList<>();
        for (Throwable each : chain(failure)) {
            boolean framework = each.getClass().getName().startsWith("io.micronaut.context");
            String words = oneLine(each);
            if (!framework && said.stream().noneMatch(earlier -> earlier.contains(words))) {
                said.add(words);
            }
        }
        return said.isEmpty() ? oneLine(failure) : String.join(" – ", said);
    }

    private static String oneLine(Throwable failure) {
        String message = failure.getMessage();
        String words = message == null || message.isBlank() ? failure.getClass().getSimpleName() : message;
        // Only a path says too little.
        return (failure instanceof FileSystemException
                        ? failure.getClass().getSimpleName().replace("Exception", "") + " " + words
                        : words)
                .strip()
                .replaceAll("\\s*\\R\\s*", "; ");
    }

    private static List<Throwable> chain(Throwable failure) {
        List<Throwable> chain = new ArrayList<>();
        Throwable each = failure;
        while (each != null && chain.size() < DEEPEST) {
            chain.add(each);
            each = each.getCause();
        }
        return chain;
    }

    private static String keep(Throwable failure, Home home, Instant now) {
        Path file = home.path().resolve("start-failure.log");
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.println(now);
            failure.printStackTrace(out);
            return file.toString();
        } catch (IOException e) {
            return file + " (" + e.getMessage() + ")";
        }
    }
}
