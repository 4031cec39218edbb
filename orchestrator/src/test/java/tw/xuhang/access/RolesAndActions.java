package tw.xuhang.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Scanner;

/** The table as people agreed on it, read cell by cell. */
public final class RolesAndActions {

    private RolesAndActions() {}

    /** One cell. */
    public record Cell(Role role, Action action, boolean allowed) {}

    public static List<Cell> cells() {
        List<String> lines = lines();
        List<Role> columns =
                words(lines.getFirst().substring(1)).stream().map(Role::valueOf).toList();
        List<Cell> cells = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            List<String> words = words(line);
            Action action = Action.valueOf(words.getFirst());
            for (int i = 0; i < columns.size(); i++) {
                cells.add(new Cell(columns.get(i), action, words.get(i + 1).equals("x")));
            }
        }
        return cells;
    }

    private static List<String> words(String line) {
        return new Scanner(line).tokens().toList();
    }

    /** The last comment is the heading. */
    private static List<String> lines() {
        try (var in = RolesAndActions.class.getResourceAsStream("roles-and-actions.txt")) {
            List<String> all = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            return all.subList(1, all.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
