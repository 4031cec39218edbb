package tw.xuhang;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ScopeType;
import tw.xuhang.bench.Bench;
import tw.xuhang.command.Audit;
import tw.xuhang.command.Complaints;
import tw.xuhang.command.Db;
import tw.xuhang.command.DoctorCommand;
import tw.xuhang.command.Exit;
import tw.xuhang.command.RunbookCommand;
import tw.xuhang.command.Serve;
import tw.xuhang.command.remote.ConsentCommand;
import tw.xuhang.command.remote.ExitCodes;
import tw.xuhang.command.remote.IncidentCommand;
import tw.xuhang.command.remote.ReadinessCommand;
import tw.xuhang.command.remote.RunCommand;
import tw.xuhang.command.remote.TokenCommand;
import tw.xuhang.demo.Demo;
import tw.xuhang.operation.Release;

/** Entry of every command that the launcher passes on. Exit codes: {@link Exit}. */
@Command(
        name = "xuhang",
        mixinStandardHelpOptions = true,
        scope = ScopeType.LOCAL,
        versionProvider = Main.Version.class,
        subcommands = {
            Serve.class,
            Demo.class,
            DoctorCommand.class,
            Bench.class,
            RunbookCommand.class,
            Audit.class,
            Db.class,
            IncidentCommand.class,
            RunCommand.class,
            ReadinessCommand.class,
            ConsentCommand.class,
            TokenCommand.class,
            ExitCodes.class,
            CommandLine.HelpCommand.class,
        },
        description = "續航 – keeps a public office running")
public final class Main implements Runnable {

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    private Main() {}

    static void main(String[] args) {
        System.exit(commandLine().execute(args));
    }

    public static CommandLine commandLine() {
        return new CommandLine(new Main())
                .setParameterExceptionHandler(Complaints::typed)
                .setExecutionExceptionHandler(Complaints::broke);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"xuhang " + Release.VERSION};
        }
    }
}
