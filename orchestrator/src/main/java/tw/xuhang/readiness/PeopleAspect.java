package tw.xuhang.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tw.xuhang.access.Role;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Person;
import tw.xuhang.doctor.Finding;
import tw.xuhang.runbook.OnFailure;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;

/** Whether somebody holds each role that the runbook turns to, and whoever must decide has a second factor. */
public final class PeopleAspect implements Aspect {

    private static final String FILE = "people.yaml";

    private final Supplier<Directory> directory;
    private final Predicate<String> enrolled;

    /** @param enrolled whether the account has a second factor */
    public PeopleAspect(Supplier<Directory> directory, Predicate<String> enrolled) {
        this.directory = directory;
        this.enrolled = enrolled;
    }

    @Override
    public List<Finding> look(Runbook runbook) {
        var findings = new ArrayList<Finding>();
        Set<String> deciding = new TreeSet<>();
        for (Step step : runbook.everyStep()) {
            if (step instanceof Step.Consent consent) {
                deciding.add(consent.of());
                deciding.add(consent.askedBy());
            }
        }
        roles(runbook).forEach(role -> filled(role).ifPresent(findings::add));
        deciding.forEach(role -> findings.addAll(equipped(role)));
        return findings.isEmpty()
                ? List.of(Finding.ok("各職務均有人擔任並可聯絡。", "every post is held by somebody who can be reached.", FILE))
                : findings;
    }

    /** Every role that it turns to, its owner's included. */
    static Set<String> roles(Runbook runbook) {
        Set<String> roles = new TreeSet<>(Set.of(runbook.owner()));
        runbook.everyStep().forEach(step -> roles.addAll(roles(step)));
        return roles;
    }

    private static Set<String> roles(Step step) {
        Set<String> roles = new TreeSet<>();
        switch (step) {
            case Step.Notify notice -> roles.addAll(notice.to());
            case Step.Task task -> roles.add(task.who());
            case Step.Consent consent -> roles.addAll(List.of(consent.of(), consent.askedBy()));
            default -> {}
        }
        if (step.frame().onFailure() instanceof OnFailure.Ask(String role)) {
            roles.add(role);
        }
        return roles;
    }

    private Optional<Finding> filled(String role) {
        return holders(role).findAny().isPresent()
                ? Optional.empty()
                : Optional.of(Finding.fault(
                        new Text(
                                "沒有人擔任 " + role + "，手冊會等不到人。",
                                "Nobody holds " + role + ": the runbook would wait in vain."),
                        FILE,
                        new Text("請在 people.yaml 補上。", "Add somebody in people.yaml.")));
    }

    private List<Finding> equipped(String role) {
        return holders(role)
                .filter(person -> !enrolled.test(person.account()))
                .map(person -> Finding.warning(
                        new Text(
                                person.name().zh() + "（" + role + "）尚未登錄第二因子，無法在網頁上決定。",
                                person.account() + " (" + role + ") has no second factor and cannot decide on a page."),
                        person.account(),
                        new Text("請由兩人當面登錄。", "Enrol it in person, by two people.")))
                .toList();
    }

    private Stream<Person> holders(String role) {
        return Role.of(role).stream().flatMap(known -> directory.get().holders(known).stream());
    }
}
