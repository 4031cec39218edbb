package tw.xuhang.runbook.cacao;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of small letters, digits and hyphens, each given once. */
final class Names {

    private static final int LONGEST = 40;

    private final Set<String> taken = new HashSet<>();

    /** @param otherwise what it is called where the text has no letter that fits */
    String unique(String text, String otherwise) {
        String name = of(text, otherwise);
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + "-" + i;
        }
        return free;
    }

    static String of(String text, String otherwise) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^[-0-9]+|-+$", "");
        String cut = plain.substring(0, Math.min(LONGEST, plain.length())).replaceAll("-+$", "");
        return cut.isEmpty() ? otherwise : cut;
    }

    /** As it stands in a condition. */
    static String written(String name) {
        return name.replace('-', '_');
    }
}
