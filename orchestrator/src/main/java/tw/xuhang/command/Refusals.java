package tw.xuhang.command;

import java.time.format.DateTimeFormatter;
import tw.xuhang.home.HomeLock;
import tw.xuhang.time.Office;

/** Why a command does not start, in words that say what to do. */
final class Refusals {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private Refusals() {}

    static String inUse(HomeLock.Attempt.InUse inUse) {
        return inUse.holder()
                .map(holder ->
                        "cannot start: %s is in use by process %d (%s, since %s). Stop it or choose another --home."
                                .formatted(
                                        inUse.home().resolve("db"),
                                        holder.pid(),
                                        holder.what(),
                                        CLOCK.format(holder.since().atZone(Office.ZONE))))
                .orElse("cannot start: %s is in use by another process. Stop it or choose another --home."
                        .formatted(inUse.home().resolve("db")));
    }
}
