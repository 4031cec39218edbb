package tw.xuhang.directory.store;

import static java.util.Comparator.comparingInt;

import java.util.Optional;
import java.util.Set;

/** The word that was probably meant: at most two letters away, or a third of the word. */
final class Nearest {

    private Nearest() {}

    static Optional<String> of(String word, Set<String> known) {
        int far = Math.max(2, word.length() / 3);
        return known.stream()
                .filter(candidate -> distance(word, candidate) <= far)
                .min(comparingInt((String candidate) -> distance(word, candidate))
                        .thenComparing(c -> c));
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
