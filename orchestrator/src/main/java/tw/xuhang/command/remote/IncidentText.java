package tw.xuhang.command.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import tw.xuhang.command.Exit;

/** A case on a terminal: what is it, how long, what waits. */
final class IncidentText {

    private final Remote remote;
    private final PrintWriter out;

    IncidentText(Remote remote) {
        this.remote = remote;
        this.out = remote.out();
    }

    int print(JsonNode one) {
        line("%s  %s".formatted(one.path("number").asText(), one.path("title").asText()));
        line("%s · %s · %s · %s"
                .formatted(
                        one.path("mode").asText(),
                        remote.word(one.path("kindName")),
                        remote.word(one.path("phaseName")),
                        one.path("subject").asText()));
        line("開始 %s · 知悉 %s".formatted(Moment.of(one.path("beganAt")), Moment.of(one.path("awareAt"))));
        outages("線路", one.path("outages").path("lines"));
        outages("服務", one.path("outages").path("services"));
        runs(one.path("runs"));
        for (JsonNode consent : one.path("consents")) {
            line("同意 %s  %s  第 %d 版"
                    .formatted(
                            consent.path("key").asText(),
                            consent.path("phase").asText(),
                            consent.path("version").asInt()));
        }
        for (JsonNode order : one.path("dispatches")) {
            line("派工 %s  %s  %s"
                    .formatted(
                            order.path("key").asText(),
                            remote.word(order.path("vendorName")),
                            order.path("stage").asText()));
        }
        for (JsonNode task : one.path("openTasks")) {
            line("待辦 %s  %s  %s"
                    .formatted(task.path("id").asText(), task.path("role").asText(), remote.word(task.path("title"))));
        }
        for (JsonNode missing : one.path("missing")) {
            line("未完成 %s  %s"
                    .formatted(
                            missing.path("code").asText(), missing.path("what").asText()));
        }
        return Exit.OK;
    }

    private void outages(String what, JsonNode outages) {
        for (JsonNode outage : outages) {
            boolean lasting = outage.path("until").isNull();
            line("%s %s  %s  %s 起 %s"
                    .formatted(
                            what,
                            remote.word(outage.path("name")),
                            lasting ? "✖ 中斷" : "✔ 恢復",
                            Moment.of(outage.path("since")),
                            Moment.span(outage.path("seconds"))));
        }
    }

    private void runs(JsonNode runs) {
        for (JsonNode run : runs) {
            line("執行 %s  %s  %s"
                    .formatted(
                            run.path("run").asText(),
                            run.path("runbook").asText(),
                            run.path("ending").asText("under way")));
        }
    }

    private void line(String text) {
        out.println(Columns.plain(text));
    }
}
