package tw.xuhang.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Surroundings;

/** Names the shipped runbooks: key, version, title, one line each. */
@Command(name = "list", description = "列出內附的手冊。Name the shipped runbooks.", mixinStandardHelpOptions = true)
public final class RunbookList implements Callable<Integer> {

    private static final int SHORT_VERSION = 12;

    @Option(
            names = "--lang",
            defaultValue = "${env:XUHANG_LANG:-zh-Hant}",
            description = "zh-Hant or en, default ${DEFAULT-VALUE}")
    private String language;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        for (Runbook runbook :
                Library.shipped(Surroundings.unknown()).runbooks().values()) {
            out.printf(
                    "%-24s %s  %s%n",
                    runbook.key(),
                    runbook.version().substring(0, SHORT_VERSION),
                    runbook.title().in(language));
        }
        out.flush();
        return Exit.OK;
    }
}
