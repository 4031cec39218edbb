package tw.xuhang.runbook.rehearsal;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import tw.xuhang.runbook.run.Picture;

/** How things stand around the run: what its conditions see, and who holds what. */
final class Situation {

    private final Rehearsal.Case about;
    private final Set<String> held = new HashSet<>();
    private final Map<String, Instant> away = new HashMap<>();
    private final Set<String> lines = new HashSet<>();
    private boolean limitReached;

    Situation(Rehearsal.Case about) {
        this.about = about;
    }

    boolean isFree(String resource) {
        return !held.contains(resource);
    }

    /** Whether it changed anything; what concerns the run itself does nothing here. */
    boolean change(Happening.What what, Instant now) {
        return switch (what) {
            case Happening.What.Taken(String resource) -> held.add(resource);
            case Happening.What.Freed(String resource) -> held.remove(resource);
            case Happening.What.Away(String service) -> away.putIfAbsent(service, now) == null;
            case Happening.What.Back(String service) -> away.remove(service) != null;
            case Happening.What.LineDown(String line) -> lines.add(line);
            case Happening.What.LineUp(String line) -> lines.remove(line);
            case Happening.What.LimitReached _ -> {
                boolean before = limitReached;
                limitReached = true;
                yield !before;
            }
            case Happening.What.Signal _,
                    Happening.What.Declared _,
                    Happening.What.NotDeclared _,
                    Happening.What.Aborted _ -> false;
        };
    }

    Picture picture(Instant now) {
        var minutes = new HashMap<String, Long>();
        away.forEach((service, since) ->
                minutes.put(service, Duration.between(since, now).toMinutes()));
        return new Picture(about.kind(), about.subject(), about.source(), minutes, lines, limitReached);
    }
}
