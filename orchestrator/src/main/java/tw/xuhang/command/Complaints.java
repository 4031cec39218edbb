package tw.xuhang.command;

import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

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

    /** Exit 1, or what the database's trouble says (9: it does not answer). */
    public static int broke(Exception e, CommandLine of, ParseResult parsed) {
        Refusal why = StartFailure.explain(e);
        PrintWriter err = of.getErr();
        err.println("未能完成：" + why.why().zh());
        err.println("could not be done: " + why.why().en());
        err.println("先看 look first: xuhang doctor");
        err.flush();
        return why.exit();
    }
}
