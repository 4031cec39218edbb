package tw.xuhang.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The far end: files that outlive every node. A claim is taken once for ever, a deed is one line, and what the nodes
 * themselves say stands beside it. Every line is one write at the end of the file, so that no death cuts one.
 */
record Shore(Path folder) {

    private static final String VOID = "void";

    static Shore at(Path folder) throws IOException {
        for (String part : List.of("claims", "results", "tasks", "closed", "made")) {
            Files.createDirectories(folder.resolve(part));
        }
        return new Shore(folder);
    }

    /** @return false: somebody was here before, or it is void */
    boolean claim(String ident) {
        return made(() -> Files.createDirectory(folder.resolve("claims").resolve(ident)));
    }

    Path claimOf(String ident) {
        return folder.resolve("claims").resolve(ident);
    }

    void deed(String what) {
        line("deeds", what);
    }

    List<String> deeds() {
        return lines("deeds");
    }

    /** Bytes of deeds. */
    long size() {
        Path file = folder.resolve("deeds");
        return io(() -> Files.exists(file) ? Files.size(file) : 0L);
    }

    /** What a node says of itself. */
    void say(String what) {
        line("nodes", what);
    }

    List<String> said() {
        return lines("nodes");
    }

    Path resultOf(String ident) {
        return folder.resolve("results").resolve(ident);
    }

    void finish(String ident, String result) {
        io(() -> {
            Path made = Files.writeString(folder.resolve("made").resolve(ident + ".r"), result);
            return Files.move(made, resultOf(ident), StandardCopyOption.ATOMIC_MOVE);
        });
    }

    Optional<String> result(String ident) {
        return read(resultOf(ident));
    }

    /** Puts a task before people; as one deed with its claim. */
    boolean ask(String ident, String step) {
        return linked(ident, step);
    }

    /** @return false: people have it */
    boolean neverAsk(String ident) {
        return linked(ident, VOID);
    }

    private boolean linked(String ident, String text) {
        return made(() -> {
            String mine = ident + "." + ProcessHandle.current().pid();
            Path made = Files.writeString(folder.resolve("made").resolve(mine), text);
            try {
                return Files.createLink(folder.resolve("tasks").resolve(ident), made);
            } finally {
                Files.delete(made);
            }
        });
    }

    boolean isAsked(String ident) {
        return read(folder.resolve("tasks").resolve(ident))
                .filter(text -> !text.equals(VOID))
                .isPresent();
    }

    /** Tasks that were put before people, withdrawn or not. */
    List<String> asked() {
        return names("tasks").stream().filter(this::isAsked).toList();
    }

    void withdraw(String ident) {
        made(() -> Files.createFile(folder.resolve("closed").resolve(ident)));
    }

    boolean isWithdrawn(String ident) {
        return Files.exists(folder.resolve("closed").resolve(ident));
    }

    /** No further run begins. */
    void enough() {
        made(() -> Files.createFile(folder.resolve("enough")));
    }

    boolean hasEnough() {
        return Files.exists(folder.resolve("enough"));
    }

    private List<String> names(String part) {
        return io(() -> {
            try (var files = Files.list(folder.resolve(part))) {
                return files.map(file -> String.valueOf(file.getFileName())).toList();
            }
        });
    }

    private void line(String file, String what) {
        UnaryOperator<String> one = text -> text.replace('\n', ' ') + "\n";
        io(() -> Files.writeString(
                folder.resolve(file), one.apply(what), StandardOpenOption.CREATE, StandardOpenOption.APPEND));
    }

    private List<String> lines(String file) {
        return io(() -> Files.exists(folder.resolve(file)) ? Files.readAllLines(folder.resolve(file)) : List.of());
    }

    private static Optional<String> read(Path file) {
        return io(() -> Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty());
    }

    @FunctionalInterface
    private interface Act<T> {
        T perform() throws IOException;
    }

    private static boolean made(Act<Path> act) {
        return io(() -> {
            try {
                act.perform();
                return true;
            } catch (FileAlreadyExistsException e) {
                return false;
            }
        });
    }

    private static <T> T io(Act<T> act) {
        try {
            return act.perform();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
