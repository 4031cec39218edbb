package tw.xuhang.command.remote;

import com.fasterxml.jackson.databind.JsonNode;

/** A run on a terminal: a table of its steps. */
final class RunText {

    private final Remote remote;

    RunText(Remote remote) {
        this.remote = remote;
    }

    void print(JsonNode run) {
        remote.out()
                .println(Columns.plain("%s  %s（%s）  %s"
                        .formatted(
                                run.path("run").asText(),
                                remote.word(run.path("title")),
                                run.path("mode").asText(),
                                standing(run))));
        var table = new Columns("", "步驟", "狀態", "次", "自", "說明");
        for (JsonNode step : run.path("steps")) {
            table.row(
                    mark(step.path("status").asText()),
                    "  ".repeat(step.path("depth").asInt()) + step.path("name").asText(),
                    step.path("status").asText(),
                    step.path("attempts").asText(),
                    Moment.of(step.path("since")),
                    remark(step));
        }
        table.lines().forEach(remote.out()::println);
    }

    static String standing(JsonNode run) {
        JsonNode paused = run.path("paused");
        return paused.isObject()
                ? "paused by %s since %s: %s"
                        .formatted(
                                paused.path("by").asText(),
                                Moment.of(paused.path("since")),
                                paused.path("reason").asText())
                : run.path("ending").asText("under way");
    }

    static String mark(String status) {
        return switch (status) {
            case "succeeded" -> "✔";
            case "failed" -> "✖";
            case "skipped", "not-needed" -> "–";
            case "asking", "doubtful" -> "?";
            case "running" -> "▶";
            case "parked", "retry-planned" -> "…";
            default -> " ";
        };
    }

    private static String said(JsonNode step) {
        JsonNode pretended = step.path("facts").path("pretended");
        return pretended.isTextual()
                ? "未執行 not done: " + pretended.asText()
                : step.path("reason").asText();
    }

    static String remark(JsonNode step) {
        JsonNode waiting = step.path("waiting");
        return waiting.isObject()
                ? "waits for %s %s %s"
                        .formatted(
                                waiting.path("on").asText(),
                                waiting.path("role").asText(),
                                waiting.path("what").asText())
                : said(step);
    }
}
