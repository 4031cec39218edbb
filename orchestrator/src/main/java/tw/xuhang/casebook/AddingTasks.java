package tw.xuhang.casebook;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import tw.xuhang.access.Role;
import tw.xuhang.evidence.Actor;
import tw.xuhang.incident.Incident;
import tw.xuhang.incident.Incidents;
import tw.xuhang.runbook.Text;
import tw.xuhang.task.TaskEntry;
import tw.xuhang.task.Tasks;

/** Work that no runbook foresaw: somebody gives it to a role while the case is open, and it is marked so for good. */
public final class AddingTasks {

    /** Longest title, and longest point of the checklist, in characters. */
    public static final int LONGEST = 200;

    public static final int MOST_POINTS = 20;
    public static final Duration LONGEST_TIME = Duration.ofDays(30);

    private static final String MARK = ".added-";
    private static final Page.Cut ALL = new Page.Cut("", Page.LARGEST);

    private final Incidents incidents;
    private final Tasks tasks;
    private final Casebook casebook;
    private final Supplier<String> names;
    private final InstantSource clock;

    /** @param names a short word that no other task has */
    public AddingTasks(
            Incidents incidents, Tasks tasks, Casebook casebook, Supplier<String> names, InstantSource clock) {
        this.incidents = incidents;
        this.tasks = tasks;
        this.casebook = casebook;
        this.names = names;
        this.clock = clock;
    }

    /**
     * What is to be done.
     *
     * @param role key of the role that does it
     * @param within time until it is due
     */
    public record Wish(String title, String role, List<String> checklist, Optional<Duration> within) {
        public Wish {
            checklist = List.copyOf(checklist);
        }
    }

    /** What became of it. */
    public sealed interface Added {
        record Task(String id) implements Added {}

        /** The role has an open task of the same title in this case: it is that one. */
        record There(String id) implements Added {}

        record UnknownCase() implements Added {}

        record CaseClosed() implements Added {}

        /** {@code title}, {@code role}, {@code checklist} or {@code within}. */
        record Wrong(List<String> fields) implements Added {
            public Wrong {
                fields = List.copyOf(fields);
            }
        }
    }

    /** Whether it is in no plan. */
    public static boolean isAdded(String task) {
        return task.contains(MARK);
    }

    public Added add(String number, Wish wish, Actor by) {
        Incident incident = incidents.read(number);
        if (incident.opened().isEmpty()) {
            return new Added.UnknownCase();
        }
        List<String> wrong = wrong(wish);
        if (!wrong.isEmpty()) {
            return new Added.Wrong(wrong);
        }
        if (!incident.isOpen()) {
            return new Added.CaseClosed();
        }
        Optional<String> there = casebook.tasks(number, Casebook.Standing.OPEN, ALL).items().stream()
                .filter(task -> isAdded(task.id()))
                .filter(task ->
                        task.role().equals(wish.role()) && task.titleZh().equals(wish.title()))
                .map(Casebook.TaskLine::id)
                .findFirst();
        if (there.isPresent()) {
            return new Added.There(there.get());
        }
        String id = number + MARK + names.get();
        tasks.open(id, opened(number, wish), by);
        return new Added.Task(id);
    }

    private TaskEntry.Opened opened(String number, Wish wish) {
        return new TaskEntry.Opened(
                number,
                wish.role(),
                Text.of(wish.title()),
                wish.checklist().stream().map(Text::of).toList(),
                Map.of("remark", "optional text"),
                wish.within().map(clock.instant()::plus),
                "",
                "",
                "",
                0);
    }

    private static List<String> wrong(Wish wish) {
        var wrong = new ArrayList<String>();
        if (wish.title().isBlank() || wish.title().length() > LONGEST) {
            wrong.add("title");
        }
        if (Role.of(wish.role()).isEmpty()) {
            wrong.add("role");
        }
        boolean tooLong = wish.checklist().stream().anyMatch(point -> point.isBlank() || point.length() > LONGEST);
        if (tooLong || wish.checklist().size() > MOST_POINTS) {
            wrong.add("checklist");
        }
        boolean someTime = wish.within().isEmpty()
                || (wish.within().get().isPositive() && wish.within().get().compareTo(LONGEST_TIME) <= 0);
        if (!someTime) {
            wrong.add("within");
        }
        return wrong;
    }
}
