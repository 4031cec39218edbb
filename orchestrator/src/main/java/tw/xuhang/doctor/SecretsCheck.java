package tw.xuhang.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import tw.xuhang.home.Home;
import tw.xuhang.runbook.Text;

/** Files with secrets belong to one user and are closed to all others (E2). */
public final class SecretsCheck {

    private SecretsCheck() {}

    /** @param configured files that settings name: tokens, passwords, communities */
    public static Check of(Home home, Collection<Path> configured) {
        return Check.of("secrets", "機密檔案權限", "Secret files", () -> {
            List<Path> files = new ArrayList<>(inHome(home.path()));
            List<Finding> findings = new ArrayList<>();
            for (Path file : configured) {
                if (Files.exists(file)) {
                    files.add(file);
                } else {
                    findings.add(missing(file));
                }
            }
            for (Path file : files) {
                judge(file, findings);
            }
            if (findings.isEmpty()) {
                int count = files.size();
                findings.add(Finding.ok(
                        count + " 個檔案均僅擁有者可讀。",
                        count + " files, each for its owner only.",
                        home.path().toString()));
            }
            return findings;
        });
    }

    private static List<Path> inHome(Path home) throws IOException {
        List<Path> files = new ArrayList<>();
        for (String name : List.of("keys", "db/password", "db/init.sql", "administrator-password")) {
            if (Files.exists(home.resolve(name))) {
                files.add(home.resolve(name));
            }
        }
        if (Files.isReadable(home.resolve("keys"))) {
            try (Stream<Path> keys = Files.list(home.resolve("keys"))) {
                keys.filter(key -> !key.toString().endsWith(".pub")).forEach(files::add);
            }
        }
        return files;
    }

    private static void judge(Path file, List<Finding> findings) throws IOException {
        String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
        if (!mode.endsWith("------")) {
            String wanted = Files.isDirectory(file) ? "700" : "600";
            findings.add(Finding.fault(
                    new Text("其他使用者可存取（" + mode + "）。", "Others can get at it (" + mode + ")."),
                    file.toString(),
                    new Text("請執行：chmod " + wanted + " " + file, "Run: chmod " + wanted + " " + file)));
        } else if (!Files.isReadable(file)) {
            findings.add(Finding.fault(
                    new Text("目前的使用者無法讀取。", "This user cannot read it."),
                    file.toString(),
                    new Text("請以服務的帳號執行，或更正擁有者（chown）。", "Run as the service's user, or correct its owner (chown).")));
        }
    }

    private static Finding missing(Path file) {
        return Finding.fault(
                new Text("設定指明的檔案不存在。", "A setting names a file that is not there."),
                file.toString(),
                new Text("請建立該檔（權限 0600）或更正設定。", "Make it (mode 0600) or correct the setting."));
    }
}
