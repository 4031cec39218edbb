package tw.xuhang.runbook.language;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;

/**
 * A parameter that a step mentions.
 *
 * @param type what the place takes: {@code uplink}, {@code vendor}, or {@code any}
 * @param path where in the step
 */
record Mention(Step step, String parameter, String type, List<String> path) {

    private static final Pattern DOLLAR = Pattern.compile("\\$([a-z][a-z0-9_]*)");
    private static final String ANY = "any";
    private static final String UPLINK = "uplink";

    static List<Mention> of(Step step) {
        var all = new ArrayList<Mention>();
        sentence(all, step, step.frame().title(), "title");
        step.frame()
                .resource()
                .ifPresent(resource ->
                        add(all, step, resource, resource.startsWith("uplink/") ? UPLINK : ANY, "resource"));
        switch (step) {
            case Step.Ansible ansible ->
                ansible.with().forEach((name, value) -> add(all, step, value, ANY, "with", name));
            case Step.Probe probe -> {
                if (probe.target() instanceof Step.Probe.Target.Uplink(String uplink)) {
                    add(all, step, uplink, UPLINK, "through");
                }
            }
            case Step.Dispatch dispatch -> {
                add(all, step, dispatch.to(), dispatch.to().startsWith("vendor-of(") ? UPLINK : "vendor", "to");
                sentence(all, step, dispatch.ask(), "ask");
            }
            case Step.Notify notify -> sentence(all, step, notify.message(), "message");
            case Step.Task task -> {
                for (int i = 0; i < task.checklist().size(); i++) {
                    sentence(all, step, task.checklist().get(i), "checklist", Integer.toString(i));
                }
            }
            case Step.Child child -> child.with().forEach((name, value) -> add(all, step, value, ANY, "with", name));
            case Step.Consent _, Step.Wait _, Step.Parallel _, Step.Sequence _, Step.Choose _, Step.Branch _ -> {}
        }
        return all;
    }

    private static void sentence(List<Mention> into, Step step, Text text, String... path) {
        add(into, step, text.zh(), ANY, with(path, Grammar.ZH));
        add(into, step, text.en(), ANY, with(path, Grammar.EN));
    }

    private static void add(List<Mention> into, Step step, String text, String type, String... path) {
        Matcher dollars = DOLLAR.matcher(text);
        while (dollars.find()) {
            into.add(new Mention(step, dollars.group(1), type, List.of(path)));
        }
    }

    private static String[] with(String[] path, String last) {
        var longer = new ArrayList<>(List.of(path));
        longer.add(last);
        return longer.toArray(String[]::new);
    }
}
