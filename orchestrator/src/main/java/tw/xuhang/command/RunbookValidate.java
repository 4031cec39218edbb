package tw.xuhang.command;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tw.xuhang.runbook.language.Level;

/** Says whether runbooks can be loaded. Exit 0 or 3. */
@Command(
        name = "validate",
        description = "手冊能否載入。Whether runbooks can be loaded: errors only.",
        mixinStandardHelpOptions = true)
public final class RunbookValidate implements Callable<Integer> {

    @Mixin
    private RunbookFiles files;

    @Option(names = "-o", defaultValue = "text", description = "${COMPLETION-CANDIDATES}, default ${DEFAULT-VALUE}")
    private OutputForm form;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return new RunbookFindings(spec).print(files, form, finding -> finding.level() == Level.ERROR);
    }
}
