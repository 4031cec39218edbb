package tw.xuhang.integration.ansible;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import tw.xuhang.runbook.port.Playbooks.Event;

/** Turns events into log lines: scrubbed of secrets, one line each, and not more of them than allowed. */
final class LogLines {

    private static final int LONGEST = 2_000;

    private final AnsibleHome.Limits limits;
    private final UnaryOperator<String> scrub;
    private final Consumer<Event> log;
    private int lines;
    private long characters;
    private boolean full;

    LogLines(AnsibleHome.Limits limits, UnaryOperator<String> scrub, Consumer<Event> log) {
        this.limits = limits;
        this.scrub = scrub;
        this.log = log;
    }

    void add(RunnerEvent event) {
        String level = level(event);
        if (level.isEmpty() || full) {
            return;
        }
        String text = line(text(event), LONGEST);
        if (text.isEmpty()) {
            return;
        }
        if (lines == limits.lines() || characters + text.length() > limits.characters()) {
            full = true;
            text = "the log is full: what follows is in ansible-runner's files only";
            level = "info";
        }
        lines++;
        characters += text.length();
        log.accept(new Event(event.counter(), level, line(event.host(), 200), line(event.task(), 200), text));
    }

    private String line(String text, int limit) {
        return OneLine.of(scrub.apply(text), limit);
    }

    /** Empty for events that say nothing to a reader. */
    private static String level(RunnerEvent event) {
        return switch (event.kind()) {
            case "playbook_on_start", "runner_on_start" -> "";
            case "runner_on_ok", "runner_item_on_ok", "runner_on_async_ok" -> event.changed() ? "changed" : "ok";
            case "runner_on_failed", "runner_item_on_failed", "runner_on_async_failed" -> "failed";
            case "runner_on_unreachable" -> "unreachable";
            case "playbook_on_no_hosts_matched", "playbook_on_no_hosts_remaining", "error" -> "failed";
            case "verbose" -> Verdict.saysError(event.text()) ? "failed" : "info";
            default -> "info";
        };
    }

    private static String text(RunnerEvent event) {
        return switch (event.kind()) {
            case "playbook_on_play_start" -> "play: " + event.play();
            case "playbook_on_task_start", "playbook_on_handler_task_start" -> "task: " + event.task();
            case "playbook_on_stats" -> recap(event);
            case "runner_on_failed", "runner_item_on_failed", "runner_on_unreachable" ->
                (event.ignored() ? "(ignored) " : "") + (event.result().isEmpty() ? event.text() : event.result());
            case "runner_on_ok", "runner_item_on_ok" -> event.result().isEmpty() ? "ok" : event.result();
            case "runner_on_skipped", "runner_item_on_skipped" -> "skipped";
            default -> event.text();
        };
    }

    private static String recap(RunnerEvent event) {
        return event.recap()
                .map(recap -> "recap: %d hosts, %d failed, %d unreachable, %d rescued, %d ignored"
                        .formatted(
                                recap.processed().size(),
                                recap.failures().size(),
                                recap.unreachable().size(),
                                Verdict.sum(recap.rescued()),
                                Verdict.sum(recap.ignored())))
                .orElse("");
    }
}
