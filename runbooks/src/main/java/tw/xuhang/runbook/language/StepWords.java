package tw.xuhang.runbook.language;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import tw.xuhang.runbook.Frame;
import tw.xuhang.runbook.OnFailure;
import tw.xuhang.runbook.Step;

/** Says what one step does, in short phrases, nothing left out that changes what happens. */
final class StepWords {

    private static final String VENDOR_OF = "vendor-of(";

    private final Words words;

    StepWords(Words words) {
        this.words = words;
    }

    List<String> of(Step step) {
        List<String> phrases = new ArrayList<>(doing(step));
        if (step.inner().isEmpty()) {
            frame(step, phrases);
        }
        return phrases;
    }

    /** What is done, without how long it may take and what follows when it fails. */
    List<String> doing(Step step) {
        List<String> phrases = new ArrayList<>();
        switch (step) {
            case Step.Ansible ansible -> ansible(ansible, phrases);
            case Step.Probe probe -> probe(probe, phrases);
            case Step.Dispatch dispatch -> dispatch(dispatch, phrases);
            case Step.Notify notify -> phrases.add(words.say("to-people", words.roles(notify.to())));
            case Step.Task task -> task(task, phrases);
            case Step.Consent consent -> consent(consent, phrases);
            case Step.Wait wait -> phrases.add(until(wait.until()));
            case Step.Child child -> child(child, phrases);
            case Step.Parallel _, Step.Sequence _, Step.Choose _, Step.Branch _ -> {}
        }
        return phrases;
    }

    /** What is told to others, word for word, and what is ticked off: a line each. */
    List<String> lines(Step step) {
        return switch (step) {
            case Step.Dispatch dispatch ->
                List.of(words.say("vendor-ask", dispatch.ask().in(words.language())));
            case Step.Notify notify ->
                List.of(words.say("message", notify.message().in(words.language())));
            case Step.Task task ->
                task.checklist().stream()
                        .map(point -> "[ ] " + point.in(words.language()))
                        .toList();
            case Step.Ansible _,
                    Step.Probe _,
                    Step.Consent _,
                    Step.Wait _,
                    Step.Child _,
                    Step.Parallel _,
                    Step.Sequence _,
                    Step.Choose _,
                    Step.Branch _ -> List.of();
        };
    }

    private void ansible(Step.Ansible step, List<String> phrases) {
        phrases.add(words.say("playbook", step.playbook()));
        if (!step.with().isEmpty()) {
            phrases.add(words.say("with", pairs(step.with())));
        }
        step.idle().ifPresent(idle -> phrases.add(words.say("idle", words.duration(idle))));
    }

    private void probe(Step.Probe step, List<String> phrases) {
        phrases.add(
                switch (step.target()) {
                    case Step.Probe.Target.Uplink(String uplink) -> words.say("through", uplink);
                    case Step.Probe.Target.ServicesServed _ -> words.say("services");
                });
        phrases.add(words.say(step.expect().reachable() ? "reachable" : "unreachable"));
        if (step.expect().lasting().isPositive()) {
            phrases.add(words.say("lasting", words.duration(step.expect().lasting())));
        }
        if (step.expect().within().isPositive()) {
            phrases.add(words.say("within", words.duration(step.expect().within())));
        }
    }

    private void dispatch(Step.Dispatch step, List<String> phrases) {
        String to = step.to().startsWith(VENDOR_OF)
                ? words.say(
                        "vendor-of",
                        step.to().substring(VENDOR_OF.length(), step.to().length() - 1))
                : step.to();
        phrases.add(words.say("to-vendor", to));
        phrases.add(words.say("severity." + key(step.severity())));
        phrases.add(words.say("acknowledge", words.duration(step.acknowledgeWithin())));
        phrases.add(words.say("finish." + key(step.finish())));
    }

    private void task(Step.Task step, List<String> phrases) {
        phrases.add(words.say("who", words.role(step.who())));
        if (!step.record().isEmpty()) {
            List<String> fields = step.record().entrySet().stream()
                    .map(field ->
                            field.getKey() + (field.getValue().startsWith("optional ") ? words.say("optional") : ""))
                    .toList();
            phrases.add(words.say("record", words.list(fields)));
        }
    }

    private void consent(Step.Consent step, List<String> phrases) {
        phrases.add(words.say("consent." + key(step.act()), words.role(step.askedBy()), words.role(step.of())));
        phrases.add(words.say(step.atLimit() ? "at-limit" : "at-once"));
        phrases.add(words.say(
                "ladder",
                words.duration(step.remindAfter()),
                words.duration(step.deputyAfter()),
                words.duration(step.callAfter())));
    }

    private void child(Step.Child step, List<String> phrases) {
        phrases.add(words.say("child", step.runbook()));
        if (!step.with().isEmpty()) {
            phrases.add(words.say("with", pairs(step.with())));
        }
    }

    private String until(Step.Wait.Until until) {
        return switch (until) {
            case Step.Wait.Until.Elapsed elapsed -> words.say("elapsed", words.duration(elapsed.duration()));
            case Step.Wait.Until.SignalSeen seen -> words.say("until-signal", seen.kind());
            case Step.Wait.Until.VendorSays says -> words.say("until-vendor." + key(says.answer()), says.step());
        };
    }

    private void frame(Step step, List<String> phrases) {
        Frame frame = step.frame();
        frame.when().ifPresent(when -> phrases.add(words.say("when", when)));
        frame.needs().forEach(need -> phrases.add(words.say("needs." + key(need))));
        frame.resource().ifPresent(resource -> phrases.add(words.say("resource", resource)));
        frame.expected().ifPresent(expected -> phrases.add(words.say("expected", words.duration(expected))));
        frame.timeout()
                .ifPresent(timeout ->
                        phrases.add(words.say(step instanceof Step.Task ? "due" : "timeout", words.duration(timeout))));
        if (frame.retry().times() > 0) {
            phrases.add(words.say(
                    "retry",
                    Integer.toString(frame.retry().times()),
                    words.duration(frame.retry().every())));
        }
        if (frame.idempotent() && !(step instanceof Step.Probe)) {
            phrases.add(words.say("idempotent"));
        }
        frame.undo().ifPresent(undo -> phrases.add(words.say("undo", undo)));
        frame.inDrill().ifPresent(conduct -> phrases.add(words.say("in-drill." + key(conduct))));
        phrases.add(failure(frame.onFailure()));
    }

    String failure(OnFailure onFailure) {
        return switch (onFailure) {
            case OnFailure.Stop _ -> words.say("failure.stop");
            case OnFailure.Continue _ -> words.say("failure.continue");
            case OnFailure.Undo _ -> words.say("failure.undo");
            case OnFailure.Ask(String role) -> words.say("failure.ask", words.role(role));
            case OnFailure.End(String name) -> words.say("failure.end", name);
        };
    }

    private String pairs(Map<String, String> map) {
        return words.list(map.entrySet().stream()
                .map(pair -> pair.getKey() + " = " + pair.getValue())
                .collect(Collectors.toList()));
    }

    private static String key(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
