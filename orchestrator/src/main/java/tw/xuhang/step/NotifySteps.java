package tw.xuhang.step;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import tw.xuhang.access.Role;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Person;
import tw.xuhang.runbook.Mode;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.port.Attempt;
import tw.xuhang.runbook.port.Inquiry;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.PostOffice;
import tw.xuhang.runbook.port.Report;
import tw.xuhang.runbook.port.StepPort;

/**
 * Writes to the people of the office who hold the roles that a step names. A letter that the mail server does not take
 * now is brought again until it does or the step's timeout is over; where none is given, for {@link #PATIENCE}.
 */
public final class NotifySteps implements StepPort {

    /** As long as a mail server takes to be restarted, or to believe that a stranger means it (greylisting). */
    static final Duration PATIENCE = Duration.ofMinutes(20);

    private static final Outcome NOBODY = Outcome.failed("nobody holds these roles");

    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

    private final PostOffice post;
    private final Supplier<Directory> directory;
    private final InstantSource clock;
    private final Pause pause;

    public NotifySteps(PostOffice post, Supplier<Directory> directory, InstantSource clock, Pause pause) {
        this.post = post;
        this.directory = directory;
        this.clock = clock;
        this.pause = pause;
    }

    @Override
    public Report perform(Attempt attempt) throws InterruptedException {
        var step = (Step.Notify) attempt.step();
        var round = new Round(people(step));
        Instant end = clock.instant().plus(step.frame().timeout().orElse(PATIENCE));
        Duration rest = FIRST_PAUSE;
        bring(round, attempt, step);
        while (!round.waiting.isEmpty() && clock.instant().plus(rest).isBefore(end)) {
            pause.last(rest);
            rest = rest.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? rest.multipliedBy(2) : LONGEST_PAUSE;
            bring(round, attempt, step);
        }
        return new Report.Ended(round.outcome());
    }

    @Override
    public Report pretend(Attempt attempt) {
        List<Person> people = people((Step.Notify) attempt.step());
        return new Report.Ended(
                people.isEmpty()
                        ? NOBODY
                        : Outcome.pretended(people.stream().map(Person::account).collect(Collectors.joining(" "))));
    }

    private void bring(Round round, Attempt attempt, Step.Notify step) throws InterruptedException {
        for (Person person : List.copyOf(round.waiting.keySet())) {
            round.answered(person, post.post(letter(attempt, step, person)));
        }
    }

    /** Who was told, who is still to be, and who never will. */
    private static final class Round {
        private final Map<Person, String> waiting = new LinkedHashMap<>();
        private final List<String> told = new ArrayList<>();
        private final List<String> missed = new ArrayList<>();

        Round(List<Person> people) {
            people.forEach(person -> waiting.put(person, ""));
        }

        void answered(Person person, PostOffice.Posted posted) {
            switch (posted) {
                case PostOffice.Posted.Accepted _ -> {
                    waiting.remove(person);
                    told.add(person.account());
                }
                case PostOffice.Posted.Refused why -> {
                    waiting.remove(person);
                    missed.add(person.account() + ": " + why.why());
                }
                case PostOffice.Posted.Deferred why -> waiting.put(person, why.why());
                // Under the same Message-ID it stays one letter, should the first have arrived after all.
                case PostOffice.Posted.Unclear why -> waiting.put(person, why.why());
            }
        }

        Outcome outcome() {
            var facts = Map.of("told", String.join(" ", told));
            waiting.forEach((person, why) -> missed.add(person.account() + ": " + why));
            if (!missed.isEmpty()) {
                return new Outcome.Failed("not told: " + String.join("; ", missed), facts);
            }
            return told.isEmpty() ? NOBODY : new Outcome.Succeeded(facts);
        }
    }

    /** The Message-ID is the step's, not the attempt's: written again, it stays one letter (D1). */
    @Override
    public Inquiry inquire(Attempt attempt) {
        return new Inquiry.NeverStarted();
    }

    private List<Person> people(Step.Notify step) {
        List<Role> roles = step.to().stream()
                .map(NotifySteps::role)
                .flatMap(Optional::stream)
                .toList();
        return directory.get().people().stream()
                .filter(p -> p.roles().stream().anyMatch(roles::contains))
                .toList();
    }

    private static Optional<Role> role(String key) {
        return Role.of(key);
    }

    private PostOffice.Letter letter(Attempt attempt, Step.Notify step, Person person) {
        var office = directory.get().office();
        String drill = attempt.mode() == Mode.LIVE ? "" : "【演練】";
        String subject = "%s[%s] %s"
                .formatted(drill, attempt.incident(), step.frame().title().zh());
        String text = drill + attempt.resolve(step.message().zh()) + "\n\n"
                + attempt.resolve(step.message().en()) + "\n\n" + office.link("/incidents/" + attempt.incident())
                + "\n\n" + office.name().zh();
        String id = "<%s.%s.%s@xuhang>".formatted(attempt.run(), step.name(), person.account());
        return new PostOffice.Letter(id, List.of(person.mail()), subject, text, Optional.empty());
    }
}
