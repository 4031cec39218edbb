package tw.xuhang.doctor;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tw.xuhang.home.Home;
import tw.xuhang.runbook.Text;

/** Room for the database, the evidence and the runs' records. */
public final class DiskCheck {

    private static final long MEGABYTE = 1_000_000;
    private static final long LEAST = 300 * MEGABYTE;
    private static final long COMFORTABLE = 2_000 * MEGABYTE;

    private DiskCheck() {}

    public static Check of(Home home) {
        return Check.of("disk", "磁碟空間", "Disk space", () -> {
            Path there = existing(home.path());
            FileStore store = Files.getFileStore(there);
            return List.of(judge(store.getUsableSpace(), Files.isWritable(there), there));
        });
    }

    /** @param free in bytes */
    static Finding judge(long free, boolean writable, Path where) {
        String megabytes = free / MEGABYTE + " MB";
        if (!writable) {
            return Finding.fault(
                    new Text("不可寫入。", "It cannot be written to."),
                    where.toString(),
                    new Text("請以擁有此目錄的帳號執行，或另指定 --home。", "Run as its owner, or choose another --home."));
        }
        if (free >= COMFORTABLE) {
            return Finding.ok("可用 " + megabytes + "。", megabytes + " free.", where.toString());
        }
        var what = new Text("可用空間僅 " + megabytes + "。", "Only " + megabytes + " are free.");
        var remedy = new Text(
                "請清出至少 %d MB；低於 %d MB 時資料庫可能停擺。".formatted(COMFORTABLE / MEGABYTE, LEAST / MEGABYTE),
                "Free at least %d MB; below %d MB the database may stop."
                        .formatted(COMFORTABLE / MEGABYTE, LEAST / MEGABYTE));
        return free < LEAST
                ? Finding.fault(what, where.toString(), remedy)
                : Finding.warning(what, where.toString(), remedy);
    }

    private static Path existing(Path home) throws IOException {
        for (Path at = home; at != null; at = at.getParent()) {
            if (Files.exists(at)) {
                return at;
            }
        }
        throw new IOException("no directory above " + home);
    }
}
