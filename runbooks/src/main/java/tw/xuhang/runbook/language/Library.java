package tw.xuhang.runbook.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tw.xuhang.runbook.Runbook;

/**
 * Runbooks by key. A file with an error is not among them: its findings say why. What is loaded is
 * immutable, so a run keeps what it was given whatever happens to the files.
 *
 * @param sources key → the bytes the runbook was read from, for showing, comparing and pinning a run
 * @param findings errors and warnings of all files, by file
 */
public record Library(SortedMap<String, Runbook> runbooks, Map<String, Source> sources, List<Finding> findings) {

    private static final String ENDING = ".yaml";

    public Library {
        runbooks = Collections.unmodifiableSortedMap(new TreeMap<>(runbooks));
        sources = Map.copyOf(sources);
        findings = List.copyOf(findings);
    }

    /** The runbooks that come with the program. */
    public static Library shipped(Surroundings surroundings) {
        List<Source> files = new ArrayList<>();
        for (String key : lines("index")) {
            files.add(new Source("library/" + key + ENDING, resource(key + ENDING)));
        }
        return of(files, surroundings);
    }

    /**
     * Every runbook of a directory, not below it. Links are not followed, and a file that looks like a
     * runbook but is not taken for one is a finding, so that nobody believes it is there.
     *
     * @throws IOException the directory or a file cannot be read
     */
    public static Library directory(Path directory, Surroundings surroundings) throws IOException {
        List<Source> files = new ArrayList<>();
        List<Finding> strangers = new ArrayList<>();
        try (Stream<Path> listed = Files.list(directory)) {
            for (Path path : listed.sorted().toList()) {
                if (path.toString().endsWith(ENDING) && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
                    files.add(Source.of(path));
                } else if (path.toString().endsWith(ENDING)) {
                    strangers.add(stranger(path, "it is no file of its own; links and directories are not followed"));
                } else if (path.toString().endsWith(".yml")) {
                    strangers.add(stranger(path, "a runbook's file ends in " + ENDING));
                }
            }
        }
        Library library = of(files, surroundings);
        strangers.addAll(library.findings());
        return new Library(library.runbooks(), library.sources(), Finding.sorted(strangers));
    }

    private static Finding stranger(Path path, String why) {
        return new Finding(path.toString(), 1, 1, Rule.FILE_NAME, Findings.oneLine("this is not read: " + why));
    }

    /** Reads and checks each; of two with the same key the first counts. */
    public static Library of(Collection<Source> files, Surroundings surroundings) {
        var runbooks = new TreeMap<String, Runbook>();
        var sources = new TreeMap<String, Source>();
        var findings = new ArrayList<Finding>();
        for (Shelving.Looked looked : Shelving.look(files, surroundings)) {
            Checked checked = looked.checked();
            findings.addAll(checked.findings());
            checked.runbook()
                    .filter(runbook -> runbooks.putIfAbsent(runbook.key(), runbook) == null)
                    .ifPresent(runbook -> sources.put(runbook.key(), looked.file()));
        }
        return new Library(runbooks, sources, findings);
    }

    /**
     * What came of one file.
     *
     * @param runbook empty: refused
     * @param findings of reading and of checking, in the order of the text
     */
    public record Checked(Optional<Runbook> runbook, List<Finding> findings) {
        public Checked {
            findings = List.copyOf(findings);
        }
    }

    /** Reads and checks one file. */
    public static Checked check(Source file, Surroundings surroundings) {
        return check(RunbookReader.read(file.bytes(), file.name()), file, surroundings);
    }

    static Checked check(Reading reading, Source file, Surroundings surroundings) {
        return switch (reading) {
            case Reading.Refused refused -> new Checked(Optional.empty(), refused.findings());
            case Reading.Read read -> {
                var findings = new ArrayList<>(read.findings());
                findings.addAll(Checker.check(read, file.name(), surroundings));
                boolean refused = findings.stream().anyMatch(f -> f.level() == Level.ERROR);
                yield new Checked(refused ? Optional.empty() : Optional.of(read.runbook()), Finding.sorted(findings));
            }
        };
    }

    public Optional<Runbook> find(String key) {
        return Optional.ofNullable(runbooks.get(key));
    }

    public Optional<Source> source(String key) {
        return Optional.ofNullable(sources.get(key));
    }

    static List<String> lines(String name) {
        return new String(resource(name), StandardCharsets.UTF_8).lines().toList();
    }

    static byte[] resource(String name) {
        try (InputStream in = Library.class.getResourceAsStream("/library/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the program was built without library/" + name);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
