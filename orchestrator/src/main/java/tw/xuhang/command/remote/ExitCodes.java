package tw.xuhang.command.remote;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tw.xuhang.command.Exit;

/** The exit codes, so that a script's writer need not look elsewhere. */
@Command(
        name = "exit-codes",
        description = "結束碼說明。What the exit codes mean.",
        mixinStandardHelpOptions = true,
        footer = {
            "",
            "  0    完成 done",
            "  1    錯誤 error",
            "  2    用法或內容不正確 usage, or what was sent lacks something",
            "  3    檢查有所發現 validation or lint found something",
            "  4    未登入或無權限 not signed in, or not allowed",
            "  5    查無 not found",
            "  6    與現況衝突 conflict, or not possible in this state",
            "  7    仍在等待 still waiting",
            "  8    執行以失敗結束 the run ended as failed or aborted",
            "  9    服務無回應 the service, or its database, does not answer",
            "  10   部分完成或有注意事項 the run ended as partial, or the doctor warns",
            "  130  中斷 interrupted"
        })
public final class ExitCodes implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        for (String line : spec.usageMessage().footer()) {
            spec.commandLine().getOut().println(line);
        }
        spec.commandLine().getOut().flush();
        return Exit.OK;
    }
}
