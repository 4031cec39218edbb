package tw.xuhang.runbook.rehearsal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is still to become of each step. */
final class Script {

    private final Map<String, Deque<Cue>> rest = new LinkedHashMap<>();

    Script(Map<String, List<Cue>> steps) {
        steps.forEach((step, cues) -> rest.put(step, new ArrayDeque<>(cues)));
    }

    /** The result of the attempt that now starts; none is taken where a decision stands next. */
    Optional<Cue> attempt(String step) {
        return next(step, false);
    }

    Optional<Cue> decision(String step) {
        return next(step, true);
    }

    /** Of what never came to pass. */
    List<Place> idle() {
        var places = new ArrayList<Place>();
        rest.values().forEach(cues -> cues.forEach(cue -> places.add(cue.place())));
        return places;
    }

    private Optional<Cue> next(String step, boolean decision) {
        Deque<Cue> cues = rest.getOrDefault(step, new ArrayDeque<>());
        return Optional.ofNullable(cues.peek())
                .filter(cue -> cue.decides() == decision)
                .map(cue -> cues.remove());
    }
}
