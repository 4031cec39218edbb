package tw.xuhang.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.RunbookText;
import tw.xuhang.runbook.language.Source;
import tw.xuhang.runbook.language.Surroundings;
import tw.xuhang.runbook.language.TickList;

/** Prints one runbook as numbered steps, or as a tick-list for paper. Exit 0, 3 (it is refused) or 5 (there is none). */
@Command(
        name = "show",
        aliases = "print",
        description = "列出手冊的步驟。Print a runbook's steps.",
        mixinStandardHelpOptions = true)
public final class RunbookShow implements Callable<Integer> {

    @Parameters(paramLabel = "KEY|FILE", description = "key of a shipped runbook, or a file")
    private String wanted;

    @Option(
            names = "--lang",
            defaultValue = "${env:XUHANG_LANG:-zh-Hant}",
            description = "zh-Hant or en, default ${DEFAULT-VALUE}")
    private String language;

    @Option(names = "-o", defaultValue = "text", description = "${COMPLETION-CANDIDATES}, default ${DEFAULT-VALUE}")
    private OutputForm form;

    @Option(names = "--paper", description = "a tick-list for paper, as HTML to open in a browser and print on A4")
    private boolean paper;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        if (paper && form == OutputForm.json) {
            throw new ParameterException(spec.commandLine(), "--paper is HTML; leave -o json out");
        }
        Path file = Path.of(wanted);
        Optional<Source> source = Files.isRegularFile(file)
                ? Optional.of(Source.of(file))
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
        print(source.get(), checked.runbook().get());
        return Exit.OK;
    }

    private void print(Source source, Runbook runbook) {
        PrintWriter out = spec.commandLine().getOut();
        switch (form) {
            case text -> out.print(paper ? TickList.html(runbook, language) : RunbookText.print(runbook, language));
            case json -> out.println(source.json());
        }
        out.flush();
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
