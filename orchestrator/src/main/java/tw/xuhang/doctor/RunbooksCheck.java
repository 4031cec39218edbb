package tw.xuhang.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.xuhang.directory.CatalogueService;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Uplink;
import tw.xuhang.directory.Vendor;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.language.Level;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Surroundings;

/** Whether every runbook can be loaded, and what it names exists in this office. */
public final class RunbooksCheck {

    private RunbooksCheck() {}

    /**
     * @param folder of the office's own runbooks; empty: those shipped
     * @param playbooks the Ansible project; empty where it is laid out with the first start
     */
    public static Check of(Optional<Path> folder, Optional<Path> playbooks, Late<Optional<Directory>> office) {
        return Check.of("runbooks", "應變手冊", "Runbooks", () -> {
            Surroundings around = around(office.take(), playbooks);
            Library library = folder.isPresent() ? Library.directory(folder.get(), around) : Library.shipped(around);
            return judge(library, folder.map(Path::toString).orElse("library/"));
        });
    }

    static List<Finding> judge(Library library, String where) {
        List<Finding> findings = new ArrayList<>();
        library.findings().forEach(found -> findings.add(finding(found)));
        if (library.runbooks().isEmpty()) {
            findings.add(Finding.fault(
                    new Text("沒有任何可用的手冊。", "There is no runbook that can be loaded."),
                    where,
                    new Text("請更正上列錯誤，或確認 XUHANG_RUNBOOKS。", "Correct the errors above, or see to XUHANG_RUNBOOKS.")));
        } else {
            int count = library.runbooks().size();
            findings.add(Finding.ok("可載入 " + count + " 本。", count + " can be loaded.", where));
        }
        return findings;
    }

    private static Finding finding(tw.xuhang.runbook.language.Finding found) {
        String where = "%s:%d:%d".formatted(found.file(), found.line(), found.column());
        var what = Text.of(found.message() + " [" + found.rule().id() + "]");
        var remedy = new Text(
                "請更正後以 xuhang runbook lint 再查；規則見 docs/runbook-rules.md。",
                "Correct it and run xuhang runbook lint; docs/runbook-rules.md explains the rules.");
        return found.level() == Level.ERROR ? Finding.fault(what, where, remedy) : Finding.warning(what, where, remedy);
    }

    /** What there is in this office, as far as it is known. */
    public static Surroundings around(Optional<Directory> office, Optional<Path> playbooks) throws IOException {
        Surroundings around = Surroundings.unknown();
        if (office.isPresent()) {
            Directory directory = office.get();
            around = around.withServices(keys(directory.services(), CatalogueService::key))
                    .withVendors(keys(directory.vendors(), Vendor::key))
                    .withUplinks(keys(directory.uplinks(), Uplink::key));
        }
        return playbooks.isPresent() ? around.withPlaybooks(playbooks(playbooks.get())) : around;
    }

    static Set<String> playbooks(Path project) throws IOException {
        if (!Files.isDirectory(project)) {
            return Set.of();
        }
        try (Stream<Path> inside = Files.list(project)) {
            return inside.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".yml"))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static <T> Set<String> keys(List<T> things, Function<T, String> key) {
        return things.stream().map(key).collect(Collectors.toSet());
    }
}
