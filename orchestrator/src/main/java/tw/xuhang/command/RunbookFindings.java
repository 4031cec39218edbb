package tw.xuhang.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import tw.xuhang.runbook.language.Finding;
import tw.xuhang.runbook.language.Level;

/** Prints findings: to standard output what scripts read, to standard error what people are told besides. */
final class RunbookFindings {

    private final CommandSpec spec;

    RunbookFindings(CommandSpec spec) {
        this.spec = spec;
    }

    /** @return the exit code */
    int print(RunbookFiles files, OutputForm form, Predicate<Finding> wanted) {
        PrintWriter err = spec.commandLine().getErr();
        try {
            return print(files.check().stream().filter(wanted).toList(), form);
        } catch (NoSuchFileException e) {
            err.println("沒有檔案 " + e.getMessage() + "。There is no file " + e.getMessage() + ".");
            return Exit.NOT_FOUND;
        } catch (IOException e) {
            err.println("無法讀取 cannot read: " + e.getMessage());
            return Exit.ERROR;
        } finally {
            err.flush();
        }
    }

    private int print(List<Finding> findings, OutputForm form) {
        PrintWriter out = spec.commandLine().getOut();
        switch (form) {
            case text -> findings.forEach(out::println);
            case json -> out.println(Finding.json(findings));
        }
        out.flush();
        long errors = findings.stream().filter(f -> f.level() == Level.ERROR).count();
        spec.commandLine()
                .getErr()
                .println(
                        findings.isEmpty()
                                ? "沒有發現問題。Nothing found."
                                : "%d error(s), %d warning(s); docs/runbook-rules.md explains the rules"
                                        .formatted(errors, findings.size() - errors));
        return findings.isEmpty() ? Exit.OK : Exit.FINDINGS;
    }
}
