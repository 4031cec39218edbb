package tw.xuhang.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** What can be done with runbooks at a desk: files only, no service is needed. */
@Command(
        name = "runbook",
        description = "檢查、試演、閱讀與交換應變手冊。Check, rehearse, read and exchange runbooks.",
        mixinStandardHelpOptions = true,
        subcommands = {
            RunbookValidate.class,
            RunbookLint.class,
            RunbookRehearse.class,
            RunbookShow.class,
            RunbookList.class,
            RunbookSchemaPrint.class,
            RunbookImport.class,
            RunbookExport.class,
            RunbookVerifySignature.class
        })
public final class RunbookCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
