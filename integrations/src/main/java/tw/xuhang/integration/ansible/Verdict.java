package tw.xuhang.integration.ansible;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tw.xuhang.runbook.port.Outcome;

/**
 * Judges a run by its events. Ansible's exit status alone is no proof: it is 0 where no host matched or a
 * failed host was forgiven, and the same 4 for an unreachable host and a playbook that cannot be parsed.
 */
final class Verdict {

    private static final int MOST = 20;
    private static final int LONGEST = 300;
    /** Ansible's own; with the colon where it cannot even begin. */
    private static final Pattern ERROR = Pattern.compile("\\bERROR[!:] ?");

    private final UnaryOperator<String> scrub;
    private final Map<String, String> failures = new LinkedHashMap<>();
    private final List<String> unmatched = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private RunnerEvent.@Nullable Recap recap;
    private String last = "";

    Verdict(UnaryOperator<String> scrub) {
        this.scrub = scrub;
    }

    void add(RunnerEvent event) {
        event.recap().ifPresent(all -> recap = all);
        switch (event.kind()) {
            case "runner_item_on_failed" -> failed(event);
            case "runner_on_failed", "runner_on_unreachable", "runner_on_async_failed" -> {
                if (!event.ignored() && !(event.result().startsWith("One or more items failed") && known(event))) {
                    failed(event);
                }
            }
            case "runner_on_start" -> last = "'" + event.task() + "' on " + event.host();
            case "playbook_on_no_hosts_matched" -> keep(unmatched, event.play());
            case "verbose", "error" -> error(event.text());
            default -> {}
        }
    }

    /** The outcome of a run that ended by itself. */
    Outcome judge(String status, int exit) {
        String complaint = complaint();
        Map<String, String> facts = facts();
        if (complaint.isEmpty() && status.equals("successful")) {
            return new Outcome.Succeeded(facts);
        }
        String reason = complaint.isEmpty() ? "ansible-runner says " + status + ", exit status " + exit : complaint;
        return new Outcome.Failed(line(reason, 1_000), facts);
    }

    /** The outcome of a run that was ended from outside. {@code why} is also the fact {@code ended}. */
    Outcome cut(String why, String reason) {
        var facts = new LinkedHashMap<>(facts());
        facts.put("ended", why);
        return new Outcome.Failed(line(reason + lastTask(), 1_000), facts);
    }

    /** For a person who has to find out how far it came. */
    String lastTask() {
        return last.isEmpty() ? ", before any task" : ", last task begun: " + line(last, LONGEST);
    }

    static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }

    private String complaint() {
        var complaints = new StringJoiner("; ");
        if (recap == null) {
            errors.forEach(complaints::add);
            return complaints.length() > 0 ? complaints.toString() : "the playbook ended without a recap" + lastTask();
        }
        recap.unreachable().keySet().forEach(host -> complaints.add("unreachable: " + detail(host)));
        recap.failures().keySet().stream()
                .filter(host -> !recap().unreachable().containsKey(host))
                .forEach(host -> complaints.add("failed: " + detail(host)));
        unmatched.forEach(play -> complaints.add("play '" + play + "' matched no host of the inventory"));
        if (complaints.length() == 0 && recap.processed().isEmpty()) {
            complaints.add("no host was worked on");
        }
        return complaints.toString();
    }

    private Map<String, String> facts() {
        if (recap == null) {
            return Map.of();
        }
        var facts = new LinkedHashMap<String, String>();
        recap.results().forEach((name, value) -> facts.put(name, line(value, LONGEST)));
        put(facts, "hosts", String.join(",", recap.processed().keySet()));
        put(facts, "changed", count(recap.changed()));
        put(facts, "failed", String.join(",", recap.failures().keySet()));
        put(facts, "unreachable", String.join(",", recap.unreachable().keySet()));
        put(facts, "rescued", count(recap.rescued()));
        put(facts, "ignored", count(recap.ignored()));
        return facts;
    }

    private void put(Map<String, String> facts, String name, String value) {
        if (!value.isEmpty()) {
            facts.put(name, line(value, LONGEST));
        }
    }

    private static String count(Map<String, Integer> counts) {
        return counts.isEmpty() ? "" : Integer.toString(sum(counts));
    }

    private String detail(String host) {
        return Optional.ofNullable(failures.get(host)).orElse(host);
    }

    private RunnerEvent.Recap recap() {
        return Objects.requireNonNull(recap);
    }

    private boolean known(RunnerEvent event) {
        return failures.getOrDefault(event.host(), "").startsWith(where(event));
    }

    private void failed(RunnerEvent event) {
        if (failures.size() < MOST || failures.containsKey(event.host())) {
            failures.put(event.host(), where(event) + line(event.result(), LONGEST));
        }
    }

    private static String where(RunnerEvent event) {
        return event.host() + " at '" + event.task() + "': ";
    }

    /** Ansible prints an error, and on a later line the place in the file; both belong in the reason. */
    private void error(String text) {
        if (saysError(text) || text.contains("The error appears to be in")) {
            keep(errors, line(ERROR.matcher(text).replaceFirst(""), LONGEST));
        }
    }

    static boolean saysError(String text) {
        return ERROR.matcher(text).find();
    }

    private static void keep(List<String> list, String item) {
        if (list.size() < MOST) {
            list.add(item);
        }
    }

    private String line(String text, int limit) {
        return OneLine.of(scrub.apply(text), limit);
    }
}
