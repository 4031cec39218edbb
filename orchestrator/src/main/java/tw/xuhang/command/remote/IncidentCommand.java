package tw.xuhang.command.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.xuhang.command.Exit;

/** Cases. */
@Command(
        name = "incident",
        description = "案件：查詢、開立、註記、加辦、結案。Cases: list, show, open, note, add-task, close.",
        mixinStandardHelpOptions = true)
public final class IncidentCommand implements Runnable {

    private static final String PATH = "/api/v1/incidents";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", description = "列出案件，最新在前。List cases, newest first.", mixinStandardHelpOptions = true)
    int list(@Mixin Remote remote, @Mixin Part part) {
        return remote.tell(remote.get(part.of(PATH)), body -> {
            var table = new Columns("案號", "模式", "階段", "開立", "標題");
            for (JsonNode one : body.path("items")) {
                table.row(
                        one.path("number").asText(),
                        one.path("mode").asText(),
                        one.path("phase").asText(),
                        Moment.of(one.path("openedAt")),
                        one.path("title").asText());
            }
            table.lines().forEach(remote.out()::println);
            next(remote, body);
            return Exit.OK;
        });
    }

    static void next(Remote remote, JsonNode body) {
        if (body.path("next").isTextual()) {
            remote.err().println("尚有其他項目 more: --after " + body.path("next").asText());
        }
    }

    @Command(name = "show", description = "顯示一案。Show a case.", mixinStandardHelpOptions = true)
    int show(
            @Mixin Remote remote,
            @Parameters(paramLabel = "NO") String number,
            @Option(names = "--timeline", description = "its timeline instead") boolean timeline) {
        String path = PATH + "/" + Part.encoded(number);
        return timeline
                ? remote.tell(remote.get(path + "/timeline?limit=500"), body -> timeline(remote, body))
                : remote.tell(remote.get(path), body -> new IncidentText(remote).print(body));
    }

    private static int timeline(Remote remote, JsonNode body) {
        var table = new Columns("時間", "類別", "對象", "人員");
        for (JsonNode event : body.path("items")) {
            table.row(
                    Moment.of(event.path("at")),
                    event.path("type").asText(),
                    event.path("key").asText(),
                    event.path("actor").path("name").asText());
        }
        table.lines().forEach(remote.out()::println);
        next(remote, body);
        return Exit.OK;
    }

    @Command(
            name = "open",
            description = "開立案件；未指名手冊者不啟動任何作業。Open a case; nothing is started unless a runbook is named.",
            mixinStandardHelpOptions = true)
    int open(
            @Mixin Remote remote,
            @Option(names = "--kind", defaultValue = "reported", description = "e.g. service-outage, default reported")
                    String kind,
            @Option(names = "--subject", required = true, description = "what is in trouble, e.g. uplink/main")
                    String subject,
            @Option(names = "--title", required = true) String title,
            @Option(names = "--began", description = "when the trouble began, default now") @Nullable Instant began,
            @Option(names = "--mode", defaultValue = "live", description = "live, drill or simulate") String mode,
            @Option(names = "--runbook", description = "start this one at once") @Nullable String runbook,
            @Option(names = "--set", paramLabel = "NAME=VALUE", description = "a parameter of the runbook") @Nullable
                    Map<String, String> parameters,
            @Option(names = "--reason", description = "why") @Nullable String reason) {
        var body = new LinkedHashMap<String, Object>(
                Map.of("kind", kind, "subject", subject, "title", title, "mode", mode));
        put(body, "began", began == null ? null : began.toString());
        put(body, "runbook", runbook);
        put(body, "parameters", parameters);
        put(body, "reason", reason);
        return remote.tell(remote.post(PATH, body), made -> {
            remote.out().println(made.path("number").asText());
            return Exit.OK;
        });
    }

    static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }

    @Command(
            name = "add-task",
            description = "加辦事項：手冊未列、但須有人做。Give a role work that no runbook foresaw.",
            mixinStandardHelpOptions = true)
    int addTask(
            @Mixin Remote remote,
            @Parameters(paramLabel = "NO") String number,
            @Option(names = "--role", required = true, description = "who does it, e.g. server-room") String role,
            @Option(names = "--title", required = true, description = "what is to be done") String title,
            @Option(names = "--check", paramLabel = "POINT", description = "a point of the checklist; may be repeated")
                    @Nullable
                    List<String> points,
            @Option(names = "--within", paramLabel = "MINUTES", description = "until it is due") @Nullable
                    Integer minutes) {
        var body = new LinkedHashMap<String, Object>(Map.of("role", role, "title", title));
        put(body, "checklist", points);
        put(body, "withinMinutes", minutes);
        return remote.tell(remote.post(PATH + "/" + Part.encoded(number) + "/tasks", body), made -> {
            remote.out().println(made.path("id").asText());
            return Exit.OK;
        });
    }

    @Command(name = "note", description = "於案件註記。Write a line on a case.", mixinStandardHelpOptions = true)
    int note(
            @Mixin Remote remote,
            @Parameters(index = "0", paramLabel = "NO") String number,
            @Parameters(index = "1", paramLabel = "TEXT") String text,
            @Option(names = "--at", description = "when it happened, default now") @Nullable Instant at) {
        var body = new LinkedHashMap<String, Object>(Map.of("text", text));
        put(body, "at", at == null ? null : at.toString());
        return remote.tell(remote.post(PATH + "/" + Part.encoded(number) + "/notes", body), done -> Exit.OK);
    }

    @Command(
            name = "close",
            description = "結案；尚有未完成事項時列出並拒絕。Close a case, or say what is left to do.",
            mixinStandardHelpOptions = true)
    int close(
            @Mixin Remote remote,
            @Mixin Person person,
            @Parameters(paramLabel = "NO") String number,
            @Option(names = "--reason", required = true) String reason)
            throws IOException {
        String path = PATH + "/" + Part.encoded(number) + "/close";
        return Decision.post(remote, person, path, new LinkedHashMap<>(Map.of("reason", reason)), done -> Exit.OK);
    }
}
