package tw.xuhang.doctor.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.store.Loaded;
import tw.xuhang.directory.store.OfficeFolder;
import tw.xuhang.doctor.Check;
import tw.xuhang.doctor.Finding;
import tw.xuhang.runbook.Text;

/** Whether the office's folder can be read; what is wrong in it, at its place. */
public final class OfficeCheck {

    private static final Text REMEDY =
            new Text("請更正該處；範本見內附之 office/sample。", "Correct it there; the shipped office/sample is the template.");

    private final Path folder;
    private final Map<String, String> variables;

    public OfficeCheck(Path folder, Map<String, String> variables) {
        this.folder = folder;
        this.variables = Map.copyOf(variables);
    }

    public Check check() {
        return Check.of("office", "機關資料", "Office folder", this::look);
    }

    /** What the others may be judged by; before the first start that is the sample, which will be laid out. */
    public Optional<Directory> directory() throws IOException {
        return read() instanceof Loaded.Read(Directory office) ? Optional.of(office) : Optional.empty();
    }

    private Loaded read() throws IOException {
        return Files.isDirectory(folder) ? OfficeFolder.read(folder, variables) : OfficeFolder.sample(variables);
    }

    private List<Finding> look() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of(Finding.ok(
                    "首次啟動時放置範本，請再填寫。", "The first start lays out the template, to be filled in.", folder.toString()));
        }
        return switch (read()) {
            case Loaded.Read(Directory office) -> List.of(judge(office));
            case Loaded.Refused refused ->
                refused.problems().stream().map(this::finding).toList();
        };
    }

    private Finding judge(Directory office) {
        return "demo-town".equals(office.office().key())
                ? Finding.warning(
                        new Text("仍為範本「示範鎮公所」。", "It is still the template, the demonstration office."),
                        folder.resolve("office.yaml").toString(),
                        new Text("正式使用前請填寫貴機關的資料。", "Fill in your own office before you rely on it."))
                : Finding.ok(
                        office.office().name().zh() + "。",
                        office.office().name().en() + ".",
                        folder.toString());
    }

    private Finding finding(Loaded.Problem problem) {
        String where = problem.line() == 0
                ? folder.resolve(problem.file()).toString()
                : "%s:%d:%d".formatted(folder.resolve(problem.file()), problem.line(), problem.column());
        return Finding.fault(Text.of(problem.message()), where, REMEDY);
    }
}
