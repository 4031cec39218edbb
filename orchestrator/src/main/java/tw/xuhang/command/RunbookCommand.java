package tw.xuhang.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tw.xuhang.command.remote.VersionCommands;

/** What can be done with runbooks: with files at a desk, and with the versions of a service that runs (P-30). */
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
            RunbookVerifySignature.class,
            VersionCommands.Versions.class,
            VersionCommands.Diff.class,
            VersionCommands.Submit.class,
            VersionCommands.Review.class,
            VersionCommands.GiveBack.class,
            VersionCommands.Publish.class,
            VersionCommands.Withdraw.class
        })
public final class RunbookCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
