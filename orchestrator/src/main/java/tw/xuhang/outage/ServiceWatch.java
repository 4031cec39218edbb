package tw.xuhang.outage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tw.xuhang.directory.Confirm;

/**
 * Turns looks at one service into a verdict: away when {@code bad} of the last {@code of} looks failed,
 * back when as many in a row were answered. A single lost look is neither. Pure.
 *
 * @param looks newest last, at most as many as are needed
 * @param away what was last said
 */
public record ServiceWatch(Confirm confirm, List<Look> looks, boolean away) {

    public ServiceWatch {
        looks = List.copyOf(looks);
    }

    /** One look, by the service's clock. */
    public record Look(Instant at, boolean answered) {}

    /** What changed with the newest look. */
    public sealed interface Change {
        /** Away since the first failed look that counted. */
        record WentAway(Instant since) implements Change {}

        /** Back since the first of the answers in a row. */
        record CameBack(Instant at) implements Change {}
    }

    /** The watch after a look, and what it changed. */
    public record Seen(ServiceWatch watch, Optional<Change> change) {}

    public static ServiceWatch over(Confirm confirm, boolean away) {
        return new ServiceWatch(confirm, List.of(), away);
    }

    /** A look that is older than the newest one says nothing new. */
    public Seen look(Look look) {
        if (!looks.isEmpty() && !look.at().isAfter(looks.getLast().at())) {
            return new Seen(this, Optional.empty());
        }
        var window = new ArrayList<>(looks);
        window.add(look);
        while (window.size() > confirm.of()) {
            window.removeFirst();
        }
        return away ? whileAway(window) : whileThere(window);
    }

    private Seen whileThere(List<Look> window) {
        List<Look> failed = window.stream().filter(look -> !look.answered()).toList();
        if (failed.size() < confirm.bad()) {
            return new Seen(new ServiceWatch(confirm, window, false), Optional.empty());
        }
        var change = new Change.WentAway(failed.getFirst().at());
        return new Seen(new ServiceWatch(confirm, window, true), Optional.of(change));
    }

    private Seen whileAway(List<Look> window) {
        int answers = 0;
        while (answers < window.size()
                && window.get(window.size() - 1 - answers).answered()) {
            answers++;
        }
        if (answers < confirm.bad()) {
            return new Seen(new ServiceWatch(confirm, window, true), Optional.empty());
        }
        var change = new Change.CameBack(window.get(window.size() - answers).at());
        return new Seen(new ServiceWatch(confirm, List.of(window.getLast()), false), Optional.of(change));
    }
}
