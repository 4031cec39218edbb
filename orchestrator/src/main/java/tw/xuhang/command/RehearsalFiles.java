package tw.xuhang.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.RehearsalReport;
import tw.xuhang.runbook.language.Rehearsals;
import tw.xuhang.runbook.language.Source;
import tw.xuhang.runbook.language.Surroundings;

/** Which rehearsals are meant, and where their runbooks are. */
final class RehearsalFiles {

    private static final String ENDING = ".yaml";

    private final Library shipped = Library.shipped(Surroundings.unknown());

    /**
     * @param wanted keys of shipped runbooks, files of rehearsals or of runbooks, directories of rehearsals; none:
     *     everything that is shipped
     * @throws NoSuchFileException the word names nothing that has a rehearsal
     */
    List<RehearsalReport> play(List<String> wanted) throws IOException {
        var reports = new ArrayList<RehearsalReport>();
        if (wanted.isEmpty()) {
            Rehearsals.shipped().forEach(source -> reports.add(Rehearsals.play(source, shipped::find)));
        }
        for (String word : wanted) {
            Path path = Path.of(word);
            List<RehearsalReport> some = Files.exists(path) ? inFiles(path) : ofShipped(word);
            if (some.isEmpty()) {
                throw new NoSuchFileException(word);
            }
            reports.addAll(some);
        }
        return reports;
    }

    private List<RehearsalReport> ofShipped(String key) {
        return Rehearsals.shipped().stream()
                .filter(source -> source.name().startsWith("library/rehearsals/" + key + "."))
                .map(source -> Rehearsals.play(source, shipped::find))
                .toList();
    }

    private List<RehearsalReport> inFiles(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            return play(path, "");
        }
        Path folder = Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(path);
        String name = String.valueOf(path.getFileName());
        String key = name.endsWith(ENDING) ? name.substring(0, name.length() - ENDING.length()) : name;
        // A runbook's key has no dot in it, a rehearsal's name always has.
        return key.contains(".") ? List.of(play(path)) : play(folder.resolve("rehearsals"), key + ".");
    }

    private List<RehearsalReport> play(Path folder, String prefix) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        var reports = new ArrayList<RehearsalReport>();
        try (Stream<Path> listed = Files.list(folder)) {
            for (Path file : listed.sorted().toList()) {
                String name = String.valueOf(file.getFileName());
                if (name.startsWith(prefix) && name.endsWith(ENDING)) {
                    reports.add(play(file));
                }
            }
        }
        return reports;
    }

    private RehearsalReport play(Path file) throws IOException {
        Source source = Source.of(file);
        var away = new ArrayList<IOException>();
        RehearsalReport report = Rehearsals.play(source, key -> {
            try {
                return runbook(file, key);
            } catch (IOException e) {
                away.add(e);
                return Optional.empty();
            }
        });
        if (!away.isEmpty()) {
            throw away.getFirst();
        }
        return report;
    }

    /** Beside the rehearsal, else in the directory above, else among those shipped. */
    private Optional<Runbook> runbook(Path rehearsal, String key) throws IOException {
        Optional<Path> folder = Optional.ofNullable(rehearsal.toAbsolutePath().getParent());
        while (folder.isPresent()) {
            Path file = folder.get().resolve(key + ENDING);
            if (Files.isRegularFile(file)) {
                return Library.check(Source.of(file), Surroundings.unknown()).runbook();
            }
            folder = isRehearsals(folder.get())
                    ? Optional.ofNullable(folder.get().getParent())
                    : Optional.empty();
        }
        return shipped.find(key);
    }

    private static boolean isRehearsals(Path folder) {
        return String.valueOf(folder.getFileName()).equals("rehearsals");
    }
}
