package tw.xuhang.casebook;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list. A cursor, unlike a page number, does not shift while a case grows.
 *
 * @param next what to ask for the following part, empty after the last
 */
public record Page<T>(List<T> items, Optional<String> next) {

    public static final int LARGEST = 500;

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Which part is wanted.
     *
     * @param after cursor of the part before, empty for the first
     * @param limit 1 to {@link Page#LARGEST}
     */
    public record Cut(String after, int limit) {
        public Cut {
            limit = Math.clamp(limit, 1, LARGEST);
        }
    }

    /** @param found one more than wanted, where there is more */
    public static <T> Page<T> of(List<T> found, Cut cut, Function<T, String> cursor) {
        if (found.size() <= cut.limit()) {
            return new Page<>(found, Optional.empty());
        }
        List<T> shown = found.subList(0, cut.limit());
        return new Page<>(shown, Optional.of(cursor.apply(shown.getLast())));
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
