package tw.xuhang.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
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

/** Writes to the people of the office who hold the roles that a step names. */
public final class NotifySteps implements StepPort {

    private final PostOffice post;
    private final Supplier<Directory> directory;

    public NotifySteps(PostOffice post, Supplier<Directory> directory) {
        this.post = post;
        this.directory = directory;
    }

    @Override
    public Report perform(Attempt attempt) throws InterruptedException {
        var step = (Step.Notify) attempt.step();
        var told = new ArrayList<String>();
        var missed = new ArrayList<String>();
        for (Person person : people(step)) {
            switch (post.post(letter(attempt, step, person))) {
                case PostOffice.Posted.Accepted ignored -> told.add(person.account());
                case PostOffice.Posted.Deferred why -> missed.add(person.account() + ": " + why.why());
                case PostOffice.Posted.Refused why -> missed.add(person.account() + ": " + why.why());
                case PostOffice.Posted.Unclear why -> missed.add(person.account() + ": " + why.why());
            }
        }
        return new Report.Ended(outcome(told, missed));
    }

    private static Outcome outcome(List<String> told, List<String> missed) {
        var facts = Map.of("told", String.join(" ", told));
        if (!missed.isEmpty()) {
            return new Outcome.Failed("not told: " + String.join("; ", missed), facts);
        }
        return told.isEmpty() ? Outcome.failed("nobody holds these roles") : new Outcome.Succeeded(facts);
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
