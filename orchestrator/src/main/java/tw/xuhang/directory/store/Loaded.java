package tw.xuhang.directory.store;

import java.util.List;
import tw.xuhang.directory.Directory;

/** What became of reading an office's folder. */
public sealed interface Loaded {

    record Read(Directory directory) implements Loaded {}

    /** Nothing of it is taken: half an office is none. */
    record Refused(List<Problem> problems) implements Loaded {
        public Refused {
            problems = List.copyOf(problems);
        }

        /** One line each, for the terminal. */
        public String text() {
            return String.join("\n", problems.stream().map(Problem::toString).toList());
        }
    }

    /**
     * What is wrong, and where.
     *
     * @param line from 1; 0 where the file as a whole is meant
     * @param column from 1
     */
    record Problem(String file, int line, int column, String message) {
        @Override
        public String toString() {
            return line == 0
                    ? file + ": error: " + message
                    : "%s:%d:%d: error: %s".formatted(file, line, column, message);
        }
    }
}
