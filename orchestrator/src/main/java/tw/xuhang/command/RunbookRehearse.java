package tw.xuhang.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.xuhang.runbook.language.RehearsalReport;

/** Plays rehearsals of runbooks. Exit 0 (each is met), 3 (one is not) or 5 (there is none). */
@Command(
        name = "rehearse",
        description = "以模擬時鐘試演手冊，比對預期。Play rehearsals of runbooks and say what differs; needs no service.",
        footer = {
            "",
            "Example: xuhang runbook rehearse backbone-outage",
            "         xuhang runbook rehearse --seen my/rehearsals/power-out.no-fuel.yaml"
        },
        mixinStandardHelpOptions = true)
public final class RunbookRehearse implements Callable<Integer> {

    @Parameters(
            arity = "0..*",
            paramLabel = "KEY|FILE",
            description = "key of a shipped runbook or KEY.REHEARSAL, a rehearsal's file, a runbook's file with a"
                    + " directory 'rehearsals' beside it, or a directory; none: all that are shipped")
    private List<String> wanted = new ArrayList<>();

    @Option(
            names = {"-o", "--output"},
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}, default ${DEFAULT-VALUE}")
    private OutputForm form;

    @Option(
            names = "--seen",
            description = "print what was seen as it would stand under 'expected', differences or not")
    private boolean seen;

    @Option(
            names = "--lang",
            defaultValue = "${env:XUHANG_LANG:-zh-Hant}",
            description = "zh-Hant or en, default ${DEFAULT-VALUE}")
    private String language;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        try {
            return print(new RehearsalFiles().play(wanted));
        } catch (NoSuchFileException e) {
            say("there is neither a file nor a shipped runbook '" + e.getMessage() + "' that has a rehearsal");
            return Exit.NOT_FOUND;
        } catch (IOException e) {
            say("cannot read: " + e.getMessage());
            return Exit.ERROR;
        }
    }

    private int print(List<RehearsalReport> reports) {
        PrintWriter out = spec.commandLine().getOut();
        switch (form) {
            case text -> reports.forEach(report -> new RehearsalText(out, language).print(report, seen));
            case json -> out.println(RehearsalReport.json(reports));
        }
        out.flush();
        long unmet = reports.stream().filter(report -> !report.met()).count();
        say(
                unmet == 0
                        ? "試演 " + reports.size() + " 件，均符合預期。" + reports.size() + " rehearsal(s), each as expected."
                        : "試演 " + reports.size() + " 件，" + unmet + " 件不符。" + unmet + " of " + reports.size()
                                + " rehearsal(s) not as expected; docs/rehearsals.md explains the rules");
        return unmet == 0 ? Exit.OK : Exit.FINDINGS;
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(line);
        err.flush();
    }
}
