package tw.xuhang.runbook.language;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tw.xuhang.runbook.OnFailure;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Trigger;

/** Whether the names that a runbook uses exist around it. */
final class References {

    private final Desk desk;
    private final Surroundings around;

    References(Desk desk, Surroundings around) {
        this.desk = desk;
        this.around = around;
    }

    void check() {
        Runbook runbook = desk.runbook();
        Optional<Set<String>> roles = Optional.of(around.roles());
        miss(roles, runbook.owner())
                .ifPresent(hint -> desk.note(Rule.UNKNOWN_ROLE, noSuch("role", runbook.owner(), hint), "owner"));
        services(runbook.objective().services());
        triggers(runbook.triggers());
        presets(runbook);
        runbook.everyStep().forEach(this::step);
    }

    private void services(List<String> services) {
        for (int i = 0; i < services.size(); i++) {
            String index = Integer.toString(i);
            String service = services.get(i);
            miss(around.services(), service)
                    .ifPresent(hint -> desk.note(
                            Rule.UNKNOWN_SERVICE, noSuch("service", service, hint), "serves", "services", index));
        }
    }

    private void triggers(List<Trigger> triggers) {
        for (int i = 0; i < triggers.size(); i++) {
            String index = Integer.toString(i);
            String signal = triggers.get(i).signal();
            miss(around.signals(), signal)
                    .ifPresent(hint -> desk.note(
                            Rule.UNKNOWN_SIGNAL, noSuch("kind of signal", signal, hint), "triggers", index, "signal"));
        }
    }

    private void presets(Runbook runbook) {
        runbook.parameters().forEach((name, parameter) -> {
            String preset = parameter.preset();
            if (parameter.type().equals("uplink")) {
                miss(around.uplinks(), preset)
                        .ifPresent(hint -> desk.note(
                                Rule.UNKNOWN_UPLINK, noSuch("uplink", preset, hint), "parameters", name, "default"));
            } else if (parameter.type().equals("vendor")) {
                miss(around.vendors(), preset)
                        .ifPresent(hint -> desk.note(
                                Rule.UNKNOWN_VENDOR, noSuch("vendor", preset, hint), "parameters", name, "default"));
            }
        });
    }

    private void step(Step step) {
        if (step.frame().onFailure() instanceof OnFailure.Ask(String role) && !(step instanceof Step.Choose)) {
            role(step, role, step instanceof Step.Probe ? "otherwise" : "on failure");
        }
        switch (step) {
            case Step.Ansible ansible ->
                reference(step, Rule.UNKNOWN_PLAYBOOK, "playbook", around.playbooks(), ansible.playbook(), "playbook");
            case Step.Probe probe -> {
                if (probe.target() instanceof Step.Probe.Target.Uplink(String uplink) && !uplink.startsWith("$")) {
                    reference(step, Rule.UNKNOWN_UPLINK, "uplink", around.uplinks(), uplink, "through");
                }
            }
            case Step.Dispatch dispatch -> {
                if (!dispatch.to().contains("$")) {
                    reference(step, Rule.UNKNOWN_VENDOR, "vendor", around.vendors(), dispatch.to(), "to");
                }
            }
            case Step.Notify notify -> {
                for (int i = 0; i < notify.to().size(); i++) {
                    role(step, notify.to().get(i), "to", Integer.toString(i));
                }
            }
            case Step.Task task -> role(step, task.who(), "who");
            case Step.Consent consent -> {
                role(step, consent.askedBy(), "asked by");
                role(step, consent.of(), "of");
            }
            case Step.Wait wait -> {
                if (wait.until() instanceof Step.Wait.Until.SignalSeen(String kind)) {
                    reference(step, Rule.UNKNOWN_SIGNAL, "kind of signal", around.signals(), kind, "until");
                }
            }
            case Step.Child _, Step.Parallel _, Step.Sequence _, Step.Choose _, Step.Branch _ -> {}
        }
    }

    private void role(Step step, String role, String... path) {
        reference(step, Rule.UNKNOWN_ROLE, "role", Optional.of(around.roles()), role, path);
    }

    private void reference(
            Step step, Rule rule, String kind, Optional<Set<String>> known, String name, String... path) {
        miss(known, name).ifPresent(hint -> desk.note(step, rule, noSuch(kind, name, hint), path));
    }

    /** A hint, perhaps an empty one, where the name is not among the known ones. */
    private static Optional<String> miss(Optional<Set<String>> known, String name) {
        return known.filter(names -> !names.contains(name)).map(names -> Nearest.hint(name, names));
    }

    private static String noSuch(String kind, String name, String hint) {
        return "there is no " + kind + " '" + name + "'" + hint;
    }
}
