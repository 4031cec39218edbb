package tw.xuhang.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tw.xuhang.directory.CatalogueService;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Uplink;
import tw.xuhang.directory.Vendor;
import tw.xuhang.directory.store.Loaded;
import tw.xuhang.directory.store.OfficeFolder;
import tw.xuhang.runbook.language.Finding;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Source;
import tw.xuhang.runbook.language.Surroundings;

/** Which files a command looks at, and what it holds them against. */
final class RunbookFiles {

    /** What the sample office leaves open until a lab is up; any word will do for looking at names. */
    private static final Map<String, String> OPEN = Map.of("lab", "lab");

    @Parameters(
            arity = "0..*",
            paramLabel = "FILE",
            description = "runbooks or directories of them; none: the shipped ones")
    private List<Path> paths = new ArrayList<>();

    @Option(
            names = "--office",
            paramLabel = "DIR",
            description = "the office's folder: its vendors, services and lines are looked up")
    private Optional<Path> office = Optional.empty();

    @Option(names = "--playbooks", paramLabel = "DIR", description = "the Ansible project: its playbooks are looked up")
    private Optional<Path> playbooks = Optional.empty();

    /**
     * Findings of all files.
     *
     * @throws NoSuchFileException one of them is not there
     * @throws IOException one of them cannot be read
     */
    List<Finding> check() throws IOException {
        Surroundings around = surroundings();
        if (paths.isEmpty()) {
            return Library.shipped(around).findings();
        }
        List<Finding> findings = new ArrayList<>();
        for (Path path : paths) {
            findings.addAll(
                    Files.isDirectory(path)
                            ? Library.directory(path, around).findings()
                            : Library.check(Source.of(path), around).findings());
        }
        return findings;
    }

    private Surroundings surroundings() throws IOException {
        Surroundings around = Surroundings.unknown();
        if (office.isPresent()) {
            around = with(around, directory(office.get()));
        }
        if (playbooks.isPresent()) {
            try (Stream<Path> inside = Files.list(playbooks.get())) {
                around = around.withPlaybooks(inside.map(file -> String.valueOf(file.getFileName()))
                        .filter(name -> name.endsWith(".yml"))
                        .collect(Collectors.toSet()));
            }
        }
        return around;
    }

    private static Directory directory(Path folder) throws IOException {
        return switch (OfficeFolder.read(folder, OPEN)) {
            case Loaded.Read read -> read.directory();
            case Loaded.Refused refused -> throw new IOException("the office's folder is refused:\n" + refused.text());
        };
    }

    private static Surroundings with(Surroundings around, Directory office) {
        return around.withServices(keys(office.services(), CatalogueService::key))
                .withVendors(keys(office.vendors(), Vendor::key))
                .withUplinks(keys(office.uplinks(), Uplink::key));
    }

    private static <T> Set<String> keys(List<T> things, Function<T, String> key) {
        return things.stream().map(key).collect(Collectors.toSet());
    }
}
