package tw.xuhang.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.xuhang.runbook.cacao.PlaybookExport;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Source;
import tw.xuhang.runbook.language.Surroundings;

/** Writes a runbook as a CACAO 2.0 playbook. Exit 0, 3 (the runbook is refused) or 5 (there is none). */
@Command(
        name = "export",
        description = "匯出手冊為 CACAO 2.0 playbook。Write a runbook as a CACAO 2.0 playbook.",
        mixinStandardHelpOptions = true)
public final class RunbookExport implements Callable<Integer> {

    private final InstantSource clock = InstantSource.system();

    @Parameters(paramLabel = "KEY|FILE", description = "key of a shipped runbook, or a file")
    private String wanted = "";

    @Option(names = "--out", paramLabel = "FILE", description = "where it is written, default: standard output")
    private Optional<Path> file = Optional.empty();

    @Option(
            names = "--created-by",
            paramLabel = "IDENTITY",
            description =
                    "the office as a STIX identity, like identity--…; keep to one, so that versions belong together")
    private Optional<String> maker = Optional.empty();

    @Option(
            names = "--lang",
            defaultValue = "${env:XUHANG_LANG:-zh-Hant}",
            description = "language of the texts, zh-Hant or en, default ${DEFAULT-VALUE}; the extension has both")
    private String language = "zh-Hant";

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (maker.filter(name -> !name.matches("identity--[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"))
                .isPresent()) {
            throw new ParameterException(spec.commandLine(), "--created-by: identity-- and a UUID in small letters");
        }
        try {
            return export();
        } catch (IOException e) {
            return PlaybookFile.complain(e, spec.commandLine().getErr());
        }
    }

    private int export() throws IOException {
        Path path = Path.of(wanted);
        Optional<Source> source = Files.isRegularFile(path)
                ? Optional.of(Source.of(path))
                : Library.shipped(Surroundings.unknown()).source(wanted);
        if (source.isEmpty()) {
            say("there is neither a file nor a shipped runbook '" + wanted + "'; 'xuhang runbook list' names them");
            return Exit.NOT_FOUND;
        }
        Library.Checked checked = Library.check(source.get(), Surroundings.unknown());
        if (checked.runbook().isEmpty()) {
            checked.findings().forEach(finding -> say(finding.toString()));
            return Exit.FINDINGS;
        }
        PlaybookExport.Exported exported =
                PlaybookExport.of(source.get(), language, maker.orElse(PlaybookExport.maker()), clock.instant());
        write(exported.json());
        if (!exported.machines().isEmpty()) {
            String names = String.join(", ", exported.machines());
            say("下列步驟在其他系統須由人員執行：" + names);
            say("elsewhere a person does these steps: " + names);
        }
        return Exit.OK;
    }

    private void write(String json) throws IOException {
        if (file.isPresent()) {
            Files.writeString(file.get(), json + "\n");
            return;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.println(json);
        out.flush();
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
