package tw.xuhang;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** Entry of every command that the launcher passes on. Exit codes are picocli's: 0 done, 1 failed, 2 wrong usage. */
@Command(
        name = "xuhang",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "續航 – keeps a public office running")
public final class Main {
    private Main() {}

    static void main(String[] args) {
        System.exit(new CommandLine(new Main()).execute(args));
    }

    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            var version = Main.class.getPackage().getImplementationVersion();
            return new String[] {"xuhang " + (version == null ? "(from classes)" : version)};
        }
    }
}
