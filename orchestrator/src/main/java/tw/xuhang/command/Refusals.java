package tw.xuhang.command;

import java.net.BindException;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import tw.xuhang.home.HomeLock;
import tw.xuhang.runbook.Text;
import tw.xuhang.time.OfficeTime;

/** What stands in the way of a start before anything was begun. */
final class Refusals {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

    private Refusals() {}

    static Refusal inUse(HomeLock.Attempt.InUse inUse) {
        Path db = inUse.home().resolve("db");
        Text why = inUse.holder()
                .map(holder -> heldBy(db, holder))
                .orElseGet(() -> new Text(
                        db + " 正由另一個行程使用。請停止它，或另指定 --home。",
                        db + " is in use by another process. Stop it or choose another --home."));
        return new Refusal(why, Exit.CONFLICT);
    }

    private static Text heldBy(Path db, HomeLock.Holder holder) {
        String since = CLOCK.format(holder.since().atZone(OfficeTime.ZONE));
        return new Text(
                "%s 正由行程 %d（%s，%s 起）使用。請停止它，或另指定 --home。".formatted(db, holder.pid(), holder.what(), since),
                "%s is in use by process %d (%s, since %s). Stop it or choose another --home."
                        .formatted(db, holder.pid(), holder.what(), since));
    }

    /** @param cause what the operating system said when it was tried to listen there */
    static Refusal port(String host, int port, Exception cause) {
        String said = String.valueOf(cause.getMessage());
        if (cause instanceof BindException && said.contains("in use")) {
            return new Refusal(
                    new Text(
                            "%s 的埠 %d 已被其他程式占用。請停止該程式，或以 --port 改用其他埠。".formatted(host, port),
                            "port %d on %s is in use by another program. Stop it or choose another --port."
                                    .formatted(port, host)),
                    Exit.CONFLICT);
        }
        return new Refusal(
                new Text(
                        "無法在 %s 的埠 %d 接受連線（%s）。請更正 --host 或 --port；1024 以下的埠需要權限。".formatted(host, port, said),
                        "cannot listen on %s port %d: %s. Correct --host or --port; ports below 1024 need a right of their own."
                                .formatted(host, port, said)),
                Exit.USAGE);
    }

    /** The home cannot be used: not ours, full, or a file. */
    static Refusal home(Path home, Exception cause) {
        return new Refusal(
                new Text(
                        "無法使用 %s 作為資料目錄（%s）。請確認權限與磁碟空間，或另指定 --home。".formatted(home, cause.getMessage()),
                        "%s. See to its owner and to the disk, or choose another --home."
                                .formatted(cause.getMessage())),
                Exit.ERROR);
    }
}
