package tw.xuhang.command;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.xuhang.evidence.audit.Finding;
import tw.xuhang.evidence.audit.Seal;
import tw.xuhang.evidence.audit.Verifier;
import tw.xuhang.evidence.store.CheckpointFiles;
import tw.xuhang.evidence.store.Exporting;
import tw.xuhang.evidence.store.Keys;
import tw.xuhang.evidence.store.PackReader;
import tw.xuhang.home.Home;

/** The record as a file, and whether such a file is whole. */
@Command(
        name = "audit",
        description = "存證匯出與查驗。Export the record and check it.",
        mixinStandardHelpOptions = true,
        subcommands = {Audit.Verify.class, Audit.Export.class})
public final class Audit {

    /** Needs neither service nor database: whoever has the file can check it. */
    @Command(
            name = "verify",
            description = "查驗匯出檔，指出第一筆不符之紀錄。Check an export and name the first bad entry.",
            mixinStandardHelpOptions = true)
    static final class Verify implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "export (.zip) or its bare lines (.jsonl)")
        private Path file;

        @Option(names = "--checkpoints", paramLabel = "DIR", description = "checkpoints kept outside of the database")
        private @Nullable Path checkpoints;

        @Option(names = "--public-key", paramLabel = "FILE", description = "the installation's key (keys/evidence.pub)")
        private @Nullable Path publicKey;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            if (!Files.isReadable(file)) {
                spec.commandLine().getErr().println("讀不到 " + file + "。Cannot read " + file + ".");
                return Exit.NOT_FOUND;
            }
            Optional<PublicKey> trusted =
                    publicKey == null ? Optional.empty() : Optional.of(Seal.publicKey(Files.readString(publicKey)));
            PackReader.Read read = PackReader.read(file, Optional.ofNullable(checkpoints), trusted);
            Verifier.Verdict verdict = Verifier.verify(read.evidence());
            print(read, verdict);
            return verdict.isWhole() ? Exit.OK : Exit.FINDINGS;
        }

        private void print(PackReader.Read read, Verifier.Verdict verdict) {
            PrintWriter out = spec.commandLine().getOut();
            out.printf(
                    "紀錄 %d 筆、串列 %d 條、檢查點 %d 個、依規定清除 %d 筆。"
                            + "%1$d entries, %2$d streams, %3$d checkpoints, %4$d erased on record.%n",
                    verdict.entries(), verdict.streams(), read.checkpoints(), verdict.erased());
            read.key().ifPresent(key -> out.println("金鑰 Key: " + Seal.fingerprint(key)));
            if (!read.trusted()) {
                out.println("注意：金鑰取自匯出檔本身，請另以 --public-key 比對。"
                        + "The key came with the export; compare it with one got elsewhere (--public-key).");
            }
            if (read.checkpoints() == 0) {
                out.println("注意：沒有檢查點，無法看出尾端是否遭截斷。Without checkpoints a cut tail does not show.");
            }
            for (Finding finding : verdict.findings()) {
                out.println("✖ " + AuditWords.of(finding.code()) + " " + finding);
            }
            out.println(
                    verdict.isWhole()
                            ? "✔ 完整，未見竄改。Whole: nothing altered, cut, removed or written anew."
                            : "✖ 不完整，第一筆見上。Not whole; the first bad entry stands first.");
            out.flush();
        }
    }

    /** Works beside a running service and without one. */
    @Command(
            name = "export",
            description = "匯出單一事件或全部紀錄。Export one incident, or everything.",
            mixinStandardHelpOptions = true)
    static final class Export implements Callable<Integer> {

        private final InstantSource clock = InstantSource.system();

        @Option(names = "--incident", paramLabel = "NO", description = "only what belongs to it")
        private @Nullable String incident;

        @Option(names = "--out", paramLabel = "FILE", defaultValue = "xuhang-evidence.zip")
        private Path out;

        @Option(names = "--home", defaultValue = "${env:XUHANG_HOME:-var}", description = "default ${DEFAULT-VALUE}")
        private Path home;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() throws IOException {
            Home here = new Home(home);
            Path fresh = out.resolveSibling(out.getFileName() + ".part");
            try (LocalDatabase database = LocalDatabase.open(here, "xuhang audit export", clock.instant())) {
                Exporting.Written written;
                try (OutputStream stream = Files.newOutputStream(fresh)) {
                    written = new Exporting(
                                    database.pools().reading(),
                                    clock,
                                    Keys.of(here),
                                    new CheckpointFiles(here.directory("checkpoints")))
                            .write(Optional.ofNullable(incident), stream);
                }
                if (written.entries() == 0) {
                    Files.delete(fresh);
                    spec.commandLine().getErr().println("沒有紀錄。There is nothing to export.");
                    return Exit.NOT_FOUND;
                }
                Files.move(fresh, out, StandardCopyOption.REPLACE_EXISTING);
                spec.commandLine()
                        .getOut()
                        .printf("%s: %d entries, %d streams%n", out, written.entries(), written.streams());
                return Exit.OK;
            }
        }
    }
}
