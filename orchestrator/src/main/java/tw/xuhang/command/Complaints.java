package tw.xuhang.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;
import tw.xuhang.database.DatabaseFailed;

/** What a person reads when a command was typed wrongly, or broke: a sentence, what to do, no stack trace. */
public final class Complaints {

    private Complaints() {}

    /** Exit 2, with what was meant where it can be guessed. */
    public static int typed(ParameterException e, String[] words) {
        CommandLine of = e.getCommandLine();
        PrintWriter err = of.getErr();
        err.println("指令有誤：" + e.getMessage());
        err.println("not understood: " + e.getMessage());
        UnmatchedArgumentException.printSuggestions(e, err);
        err.println("說明 help: " + of.getCommandSpec().qualifiedName() + " --help");
        err.flush();
        return Exit.USAGE;
    }

    /** Exit 1, or 9 where it is the database that does not answer. */
    public static int broke(Exception e, CommandLine of, ParseResult parsed) {
        PrintWriter err = of.getErr();
        String said = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        err.println("未能完成：" + said);
        err.println("could not be done: " + said);
        err.println("先看 look first: xuhang doctor");
        err.flush();
        return e instanceof DatabaseFailed ? Exit.UNREACHABLE : Exit.ERROR;
    }
}
