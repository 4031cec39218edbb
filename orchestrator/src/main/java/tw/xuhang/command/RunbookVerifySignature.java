package tw.xuhang.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.xuhang.runbook.cacao.PlaybookSignatures;

/** Judges the signatures of a CACAO 2.0 playbook. Exit 0 (of a known key), 10 (whole, but whose key?), 3 (refused) or 5. */
@Command(
        name = "verify-signature",
        description = "驗證 CACAO 2.0 playbook 的簽章。Judge the signatures of a CACAO 2.0 playbook.",
        mixinStandardHelpOptions = true)
public final class RunbookVerifySignature implements Callable<Integer> {

    private final InstantSource clock = InstantSource.system();

    @Parameters(paramLabel = "FILE", description = "the playbook, JSON")
    private Path file = Path.of("");

    @Mixin
    private PlaybookKeys keys = new PlaybookKeys();

    @Option(
            names = "--lang",
            defaultValue = "${env:XUHANG_LANG:-zh-Hant}",
            description = "zh-Hant or en, default ${DEFAULT-VALUE}")
    private String language = "zh-Hant";

    @Option(names = "-o", defaultValue = "text", description = "${COMPLETION-CANDIDATES}, default ${DEFAULT-VALUE}")
    private OutputForm form = OutputForm.text;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try {
            var signatures = PlaybookSignatures.of(PlaybookFile.read(file), keys.read(), clock.instant());
            switch (form) {
                case text -> out.print(signatures.text(file.toString(), language));
                case json -> out.println(signatures.json(language));
            }
            out.flush();
            if (keys.given()) {
                return signatures.trusted() ? Exit.OK : Exit.FINDINGS;
            }
            return signatures.whole() ? Exit.WARNINGS : Exit.FINDINGS;
        } catch (IOException e) {
            return PlaybookFile.complain(e, spec.commandLine().getErr());
        }
    }
}
