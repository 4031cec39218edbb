package tw.xuhang.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says everything that was found about runbooks, advice too. Exit 0 or 3. */
@Command(
        name = "lint",
        description = "能否載入，以及值得再看的地方。Errors, and what deserves a second look.",
        mixinStandardHelpOptions = true)
public final class RunbookLint implements Callable<Integer> {

    @Mixin
    private RunbookFiles files;

    @Option(names = "-o", defaultValue = "text", description = "${COMPLETION-CANDIDATES}, default ${DEFAULT-VALUE}")
    private OutputForm form;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return new RunbookFindings(spec).print(files, form, finding -> true);
    }
}
