package tw.xuhang.runbook.language;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tw.xuhang.runbook.Need;
import tw.xuhang.runbook.OnFailure;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;

/** What stands before, after, beside and inside what. */
final class Order {

    private final Desk desk;

    Order(Desk desk) {
        this.desk = desk;
    }

    void check() {
        Runbook runbook = desk.runbook();
        names(runbook.everyStep());
        for (List<Step> part : List.of(runbook.steps(), runbook.verify(), runbook.standDown())) {
            nesting(part, false);
            line(part);
        }
        boolean consented = runbook.steps().stream().anyMatch(Order::declares);
        runbook.verify().stream().filter(step -> consented).forEach(this::afterConsent);
        declarations(runbook);
        undo(runbook);
        orders(runbook);
    }

    private void names(List<Step> steps) {
        Set<String> seen = new HashSet<>();
        for (Step step : steps) {
            if (!seen.add(step.name())) {
                desk.note(step, Rule.DUPLICATE_STEP, "a step '" + step.name() + "' is there already", step.kind());
            }
        }
    }

    private void nesting(List<Step> steps, boolean beside) {
        for (Step step : steps) {
            if (step instanceof Step.Sequence && !beside && !desk.isMade(step)) {
                desk.note(
                        step,
                        Rule.LONE_SEQUENCE,
                        "'" + step.name() + "' is no branch of a parallel step: its steps can stand here themselves");
            }
            if (step instanceof Step.Parallel parallel) {
                branches(parallel);
            }
            nesting(step.inner(), step instanceof Step.Parallel);
        }
    }

    private void branches(Step.Parallel parallel) {
        if (parallel.inner().size() == 1) {
            desk.note(parallel, Rule.LONE_BRANCH, "'" + parallel.name() + "' has nothing beside its only branch");
        }
        Set<String> taken = new HashSet<>();
        for (Step branch : parallel.inner()) {
            if (parallel.join() == Step.Parallel.Join.ANY && leaves(branch).allMatch(Order::endsAtOnce)) {
                desk.note(
                        branch,
                        Rule.NO_RACE,
                        "'" + branch.name() + "' ends as soon as it is sent, so the other branches of '"
                                + parallel.name() + "' never count");
            }
            Set<String> own = leaves(branch)
                    .flatMap(leaf -> leaf.frame().resource().stream())
                    .collect(Collectors.toSet());
            own.stream()
                    .filter(taken::contains)
                    .forEach(resource -> desk.note(
                            branch,
                            Rule.SHARED_RESOURCE,
                            "an earlier branch of '" + parallel.name() + "' uses " + resource
                                    + " too: which goes first is left to chance"));
            taken.addAll(own);
            leaves(branch)
                    .filter(leaf -> leaf.frame().onFailure() instanceof OnFailure.End)
                    .forEach(leaf -> desk.note(
                            leaf,
                            Rule.END_BESIDE_OTHERS,
                            "when '" + leaf.name() + "' ends the run, what runs beside it is given up too",
                            leaf instanceof Step.Probe ? "otherwise" : "on failure"));
        }
    }

    private static boolean endsAtOnce(Step leaf) {
        return leaf instanceof Step.Notify
                || (leaf instanceof Step.Dispatch dispatch && dispatch.finish() == Step.Dispatch.Finish.SENT);
    }

    private void line(List<Step> steps) {
        boolean consented = false;
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            if (consented) {
                afterConsent(step);
            }
            consented |= declares(step);
            if (i > 0) {
                contradiction(steps.get(i - 1), step);
            }
            branchesOf(step).forEach(this::line);
        }
    }

    private void afterConsent(Step later) {
        leaves(later)
                .filter(leaf -> leaf instanceof Step.Ansible
                        || leaf instanceof Step.Dispatch
                        || leaf instanceof Step.Probe
                        || leaf instanceof Step.Child)
                .filter(leaf -> !leaf.frame().needs().contains(Need.DECLARATION))
                .forEach(leaf -> desk.note(
                        leaf,
                        Rule.WAITS_FOR_CONSENT,
                        "'" + leaf.name() + "' would wait for consent to the declaration; put it beside the consent, "
                                + "or say 'needs: declaration' where it is a continuity operation"));
    }

    /** Two looks at the same thing, one right after the other, that cannot both be right. */
    private void contradiction(Step before, Step after) {
        if (before instanceof Step.Probe first
                && after instanceof Step.Probe second
                && first.target().equals(second.target())
                && first.expect().reachable() != second.expect().reachable()
                && second.expect().within().isZero()
                && !(first.frame().onFailure() instanceof OnFailure.Continue)) {
            desk.note(
                    second,
                    Rule.UNREACHABLE,
                    "'" + second.name() + "' expects the opposite of '" + first.name()
                            + "' right before it: what follows is not reached");
        }
    }

    private void declarations(Runbook runbook) {
        List<Step> all = runbook.everyStep();
        List<Step> consents = all.stream().filter(Order::isDeclaration).toList();
        all.stream()
                .filter(step -> step.frame().needs().contains(Need.DECLARATION))
                .forEach(step -> {
                    if (consents.isEmpty()) {
                        desk.note(
                                step,
                                Rule.NO_CONSENT,
                                "'" + step.name() + "' needs a declaration, and nothing in this runbook asks for one",
                                "needs");
                    } else if (consents.stream().allMatch(consent -> precedes(runbook.steps(), step, consent))) {
                        desk.note(
                                step,
                                Rule.UNREACHABLE,
                                "'" + step.name() + "' needs the declaration that is asked for only after it",
                                "needs");
                    }
                });
    }

    private void orders(Runbook runbook) {
        List<Step> line = Stream.concat(runbook.steps().stream(), runbook.verify().stream())
                .toList();
        List<Step> placed = runbook.everyStep().stream()
                .filter(step -> step instanceof Step.Dispatch)
                .toList();
        for (Step step : runbook.everyStep()) {
            if (step instanceof Step.Wait wait && wait.until() instanceof Step.Wait.Until.VendorSays says) {
                Optional<Step> order = placed.stream()
                        .filter(dispatch -> dispatch.name().equals(says.step()))
                        .findFirst();
                if (order.isEmpty()) {
                    String hint = Nearest.hint(
                            says.step(), placed.stream().map(Step::name).toList());
                    desk.note(step, Rule.NO_ORDER, "no dispatch step is called '" + says.step() + "'" + hint, "until");
                } else if (!precedes(line, order.get(), step)) {
                    desk.note(step, Rule.NO_ORDER, "'" + says.step() + "' does not stand before this", "until");
                }
            }
        }
    }

    private void undo(Runbook runbook) {
        Set<String> standDown = flat(runbook.standDown()).map(Step::name).collect(Collectors.toSet());
        Set<String> called = new HashSet<>();
        for (Step step : runbook.everyStep()) {
            Optional<String> undo = step.frame().undo();
            undo.ifPresent(called::add);
            if (undo.isPresent() && standDown.contains(step.name())) {
                desk.note(step, Rule.DANGLING_UNDO, "a step under 'stand down' is not itself undone", "undo");
            } else if (undo.isPresent() && !standDown.contains(undo.get())) {
                desk.note(
                        step,
                        Rule.DANGLING_UNDO,
                        "no step under 'stand down' is called '" + undo.get() + "'"
                                + Nearest.hint(undo.get(), standDown),
                        "undo");
            }
            if (step.frame().onFailure() instanceof OnFailure.Undo
                    && runbook.everyStep().stream()
                            .noneMatch(s -> s.frame().undo().isPresent())) {
                desk.note(step, Rule.NOTHING_TO_UNDO, "no step says what undoes it", "on failure");
            }
        }
        runbook.standDown().stream()
                .filter(step -> !called.contains(step.name()))
                .forEach(step -> desk.note(
                        step, Rule.UNREACHABLE, "no step has 'undo: " + step.name() + "', so it is never called"));
    }

    /** Whether {@code later} cannot start before {@code earlier} is done. */
    static boolean precedes(List<Step> line, Step earlier, Step later) {
        for (int i = 0; i < line.size(); i++) {
            Step step = line.get(i);
            if (holds(step, earlier)) {
                boolean after = line.subList(i + 1, line.size()).stream().anyMatch(s -> holds(s, later));
                return after || branchesOf(step).anyMatch(branch -> precedes(branch, earlier, later));
            }
        }
        return false;
    }

    /** The lines of steps inside a step, of which none waits for another. */
    private static Stream<List<Step>> branchesOf(Step step) {
        return switch (step) {
            case Step.Parallel parallel ->
                parallel.inner().stream()
                        .map(branch -> branch instanceof Step.Sequence ? branch.inner() : List.of(branch));
            case Step.Choose choose -> choose.branches().stream().map(Step.Branch::inner);
            default -> Stream.of(step.inner());
        };
    }

    static boolean holds(List<Step> line, Step wanted) {
        return line.stream().anyMatch(step -> holds(step, wanted));
    }

    @SuppressWarnings("ReferenceEquality") // two steps may say the same
    private static boolean holds(Step step, Step wanted) {
        return flat(List.of(step)).anyMatch(s -> s == wanted);
    }

    private static boolean declares(Step step) {
        return leaves(step).anyMatch(Order::isDeclaration);
    }

    private static boolean isDeclaration(Step step) {
        return step instanceof Step.Consent consent && consent.act() == Step.Consent.Act.DECLARE;
    }

    private static Stream<Step> leaves(Step step) {
        return flat(List.of(step)).filter(s -> s.inner().isEmpty());
    }

    private static Stream<Step> flat(List<Step> steps) {
        return steps.stream().flatMap(step -> Stream.concat(Stream.of(step), flat(step.inner())));
    }
}
