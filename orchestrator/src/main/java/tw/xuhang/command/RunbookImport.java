package tw.xuhang.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.xuhang.runbook.cacao.ImportReport;
import tw.xuhang.runbook.cacao.ImportSettings;
import tw.xuhang.runbook.cacao.Imported;
import tw.xuhang.runbook.cacao.PlaybookImport;
import tw.xuhang.runbook.language.Surroundings;

/** Makes a runbook of a CACAO 2.0 playbook. Exit 0, 3 (refused), 5 (there is no such file) or 6 (a runbook is there already). */
@Command(
        name = "import",
        description =
                "匯入 CACAO 2.0 playbook 為手冊。Make a runbook of a CACAO 2.0 playbook, and say what has no counterpart.",
        mixinStandardHelpOptions = true)
public final class RunbookImport implements Callable<Integer> {

    private final InstantSource clock = InstantSource.system();

    @Parameters(paramLabel = "FILE", description = "the playbook, JSON")
    private Path file = Path.of("");

    @Option(names = "--out", paramLabel = "DIR", description = "where the runbook is written, default: here")
    private Path folder = Path.of("");

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "the runbook's key; default: made of the playbook's name")
    private Optional<String> key = Optional.empty();

    @Option(
            names = "--who",
            paramLabel = "ROLE",
            defaultValue = "server-room",
            description = "does what names no role of the office, and keeps the runbook; default ${DEFAULT-VALUE}")
    private String who = "server-room";

    @Option(
            names = "--serves",
            paramLabel = "SERVICE",
            split = ",",
            description = "services that the runbook brings back")
    private List<String> services = new ArrayList<>();

    @Option(names = "--source", paramLabel = "RULE", split = ",", description = "rules that it follows, like P-16")
    private List<String> sources = new ArrayList<>();

    @Mixin
    private PlaybookKeys keys = new PlaybookKeys();

    @Option(names = "--force", description = "overwrite a runbook that is there")
    private boolean force;

    @Option(
            names = "--lang",
            defaultValue = "${env:XUHANG_LANG:-zh-Hant}",
            description = "zh-Hant or en, default ${DEFAULT-VALUE}")
    private String language = "zh-Hant";

    @Option(names = "-o", defaultValue = "text", description = "${COMPLETION-CANDIDATES}, default ${DEFAULT-VALUE}")
    private OutputForm form = OutputForm.text;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Set<String> roles = Surroundings.ROLES;
        if (!roles.contains(who)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--who: " + who + " is no role; one of "
                            + String.join(", ", roles.stream().sorted().toList()));
        }
        if (key.filter(name -> !name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")).isPresent()) {
            throw new ParameterException(spec.commandLine(), "--as: a name of small letters, digits and hyphens");
        }
        try {
            var settings = new ImportSettings(key, who, who, services, sources, keys.read(), clock.instant());
            return done(PlaybookImport.of(PlaybookFile.read(file), settings));
        } catch (FileAlreadyExistsException e) {
            err().println("已有 " + e.getMessage() + "，未覆寫；請用 --as、--out 或 --force。" + e.getMessage()
                    + " is there and was not overwritten; use --as, --out or --force.");
            err().flush();
            return Exit.CONFLICT;
        } catch (IOException e) {
            return PlaybookFile.complain(e, err());
        }
    }

    private int done(Imported imported) throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        String written = "";
        if (imported instanceof Imported.Runbook runbook) {
            Path target = folder.resolve(runbook.key() + ".yaml");
            write(target, runbook.yaml());
            written = target.toString();
        }
        switch (form) {
            case text -> out.print(ImportReport.text(imported, file.toString(), written, language));
            case json -> out.println(ImportReport.json(imported, written, language));
        }
        out.flush();
        return imported instanceof Imported.Runbook ? Exit.OK : Exit.FINDINGS;
    }

    private void write(Path target, String yaml) throws IOException {
        if (!folder.toString().isEmpty()) {
            Files.createDirectories(folder);
        }
        StandardOpenOption when = force ? StandardOpenOption.CREATE : StandardOpenOption.CREATE_NEW;
        Files.writeString(target, yaml, when, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
    }

    private PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
