package tw.xuhang.soak;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What was done at the far end, by attempt. */
record Deeds(Map<String, Integer> begun, Map<String, Integer> ended, Set<String> uncommitted) {

    static Deeds of(List<String> lines) {
        var begun = new HashMap<String, Integer>();
        var ended = new HashMap<String, Integer>();
        var uncommitted = new TreeSet<String>();
        for (String line : lines) {
            String[] words = line.split(" ", -1);
            switch (words[1]) {
                case "begin" -> begun.merge(words[0], 1, Integer::sum);
                case "end" -> ended.merge(words[0], 1, Integer::sum);
                case "uncommitted" -> uncommitted.add(words[0] + " " + words[2]);
                default -> throw new IllegalArgumentException(line);
            }
        }
        return new Deeds(begun, ended, uncommitted);
    }

    int of(String ident) {
        return begun.getOrDefault(ident, 0);
    }

    boolean finished(String ident) {
        return ended.containsKey(ident);
    }
}
