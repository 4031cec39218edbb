package tw.xuhang.integration.ansible;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One event of ansible-runner, cut down to what is used.
 *
 * @param counter position in the run, from 1
 * @param kind ansible-runner's name, such as {@code runner_on_ok}; {@code verbose} for plain output
 * @param result what the module said, one or few lines
 * @param text what Ansible printed for it, with terminal colours
 * @param recap only with {@code playbook_on_stats}
 */
record RunnerEvent(
        long counter,
        String kind,
        long pid,
        String play,
        String task,
        String host,
        boolean changed,
        boolean ignored,
        String result,
        String text,
        Optional<Recap> recap) {

    static RunnerEvent unreadable(long counter, String text) {
        return new RunnerEvent(counter, "unreadable", 0, "", "", "", false, false, "", text, Optional.empty());
    }

    static RunnerEvent of(long counter, JsonNode json) {
        JsonNode data = json.path("event_data");
        String kind = json.path("event").asText("verbose");
        return new RunnerEvent(
                counter,
                kind,
                json.path("pid").asLong(),
                data.path("play").asText(""),
                data.path("task").asText(""),
                data.path("host").asText(""),
                data.path("res").path("changed").asBoolean(),
                data.path("ignore_errors").asBoolean()
                        || data.path("ignore_unreachable").asBoolean(),
                said(data.path("res")),
                json.path("stdout").asText(""),
                kind.equals("playbook_on_stats") ? Optional.of(Recap.of(data)) : Optional.empty());
    }

    /** The words a person would look for first. */
    private static String said(JsonNode res) {
        String message = words(res.path("msg"));
        String status = res.path("rc").asInt() == 0
                ? ""
                : "exit status " + res.path("rc").asInt();
        String error = words(res.path("stderr"));
        String output = words(res.path("stdout"));
        if (message.isEmpty() || message.equals("non-zero return code")) {
            return join(message.isEmpty() ? "" : status, error.isEmpty() ? output : error);
        }
        return join(message, error);
    }

    private static String words(JsonNode node) {
        return node.isMissingNode() || node.isNull()
                ? ""
                : node.isTextual() ? node.asText().strip() : node.toString();
    }

    private static String join(String first, String second) {
        return first.isEmpty() ? second : second.isEmpty() ? first : first + ": " + second;
    }

    /** How often each host succeeded, failed and so on, and what the playbook set as its results. */
    record Recap(
            Map<String, Integer> processed,
            Map<String, Integer> changed,
            Map<String, Integer> failures,
            Map<String, Integer> unreachable,
            Map<String, Integer> rescued,
            Map<String, Integer> ignored,
            Map<String, String> results) {

        static Recap of(JsonNode data) {
            return new Recap(
                    counts(data.path("processed")),
                    counts(data.path("changed")),
                    counts(data.path("failures")),
                    counts(data.path("dark")),
                    counts(data.path("rescued")),
                    counts(data.path("ignored")),
                    texts(data.path("artifact_data")));
        }

        private static Map<String, Integer> counts(JsonNode node) {
            var counts = new TreeMap<String, Integer>();
            node.properties()
                    .forEach(
                            entry -> counts.put(entry.getKey(), entry.getValue().asInt()));
            return counts;
        }

        private static Map<String, String> texts(JsonNode node) {
            var texts = new LinkedHashMap<String, String>();
            node.properties().stream()
                    .filter(entry -> entry.getValue().isValueNode())
                    .limit(20)
                    .forEach(entry -> texts.put(entry.getKey(), entry.getValue().asText()));
            return texts;
        }
    }
}
