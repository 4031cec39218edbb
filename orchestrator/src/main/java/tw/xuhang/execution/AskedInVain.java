package tw.xuhang.execution;

import java.util.List;
import java.util.function.Predicate;

/**
 * Takes back what people are asked for by runs that have ended. Their own engine does so right after the end; a crash
 * in between leaves it before people, and nobody holds a run any more that has ended (R4).
 */
public final class AskedInVain {

    /** Something that is open before people. */
    public record Asked(String key, String run) {}

    /** Where people find what they are asked for. */
    public interface Desk {
        List<Asked> open();

        /** Changes nothing where it is over by now. */
        void takeBack(String key);
    }

    private final List<Desk> desks;
    private final Predicate<String> ended;

    /** @param ended whether the journal has the run's end; false for what is no run */
    public AskedInVain(List<Desk> desks, Predicate<String> ended) {
        this.desks = List.copyOf(desks);
        this.ended = ended;
    }

    public void look() {
        for (Desk desk : desks) {
            desk.open().stream().filter(asked -> ended.test(asked.run())).forEach(asked -> desk.takeBack(asked.key()));
        }
    }
}
