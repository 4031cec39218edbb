package tw.xuhang.command;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import tw.xuhang.runbook.language.RunbookSchema;

/** Prints the language as a JSON Schema, for editors. */
@Command(
        name = "schema",
        description = "手冊語言的 JSON Schema。The language as a JSON Schema, for editors.",
        mixinStandardHelpOptions = true)
public final class RunbookSchemaPrint implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        out.println(RunbookSchema.json());
        out.flush();
        return Exit.OK;
    }
}
