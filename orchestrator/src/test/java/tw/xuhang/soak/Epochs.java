package tw.xuhang.soak;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** One owner at a time: who took a run under which epoch, and who wrote under it (R2). */
final class Epochs {

    private Epochs() {}

    private record Reign(Map<Long, String> owners, Map<Long, Long> from, TreeMap<Long, Long> epochBySeq) {}

    /** @param said lines of {@link ToldStore} and {@link SoakNode} */
    static List<String> wrong(List<String> said) {
        var wrong = new ArrayList<String>();
        Map<String, Reign> reigns = new HashMap<>();
        for (String line : said) {
            String[] words = line.split(" ", -1);
            switch (words[0]) {
                case "took", "wrote" -> {
                    Reign reign = reigns.computeIfAbsent(
                            words[1], _ -> new Reign(new HashMap<>(), new HashMap<>(), new TreeMap<>()));
                    own(reign, words, wrong);
                }
                case "stuck" -> wrong.add("the watchdog: " + line);
                default -> {}
            }
        }
        reigns.forEach((run, reign) -> ordered(run, reign, wrong));
        return wrong;
    }

    private static void own(Reign reign, String[] words, List<String> wrong) {
        long epoch = Long.parseLong(words[2]);
        String owner = reign.owners().putIfAbsent(epoch, words[3]);
        if (owner != null && !owner.equals(words[3])) {
            wrong.add("run %s: epoch %d is %s's and %s's".formatted(words[1], epoch, owner, words[3]));
        }
        long head = Long.parseLong(words[4]);
        if (words[0].equals("took")) {
            reign.from().put(epoch, head);
        } else {
            for (long seq = head + 1; seq <= head + Long.parseLong(words[5]); seq++) {
                Long other = reign.epochBySeq().put(seq, epoch);
                if (other != null) {
                    wrong.add("run %s: entry %d was written twice".formatted(words[1], seq));
                }
            }
        }
    }

    /** Nobody writes any more what comes after that which a later owner has read. */
    private static void ordered(String run, Reign reign, List<String> wrong) {
        reign.epochBySeq()
                .forEach((seq, epoch) -> reign.from().forEach((later, head) -> {
                    if (later > epoch && seq > head) {
                        wrong.add("run %s: entry %d was written under epoch %d, when epoch %d had begun after entry %d"
                                .formatted(run, seq, epoch, later, head));
                    }
                }));
    }
}
