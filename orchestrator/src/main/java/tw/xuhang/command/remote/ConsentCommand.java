package tw.xuhang.command.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.xuhang.command.Exit;

/** Requests for the CISO's consent. Every act names the version of the facts that its person has seen. */
@Command(
        name = "consent",
        description = "資安長同意：查詢、申請、同意、不同意、宣布。Consent: list, show, ask, request, grant, refuse, declare.",
        mixinStandardHelpOptions = true)
public final class ConsentCommand implements Runnable {

    private static final String PATH = "/api/v1/consents";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", description = "列出申請，最新在前。List requests, newest first.", mixinStandardHelpOptions = true)
    int list(@Mixin Remote remote, @Mixin Part part) {
        return remote.tell(remote.get(part.of(PATH)), body -> {
            var table = new Columns("申請", "案號", "事項", "狀態", "版", "等待");
            for (JsonNode one : body.path("items")) {
                table.row(
                        one.path("key").asText(),
                        one.path("incident").asText(),
                        one.path("act").asText(),
                        one.path("phase").asText(),
                        one.path("version").asText(),
                        one.path("waitsFor").asText("-"));
            }
            table.lines().forEach(remote.out()::println);
            IncidentCommand.next(remote, body);
            return Exit.OK;
        });
    }

    @Command(name = "show", description = "顯示申請與其依據之事實。Show a request with its facts.", mixinStandardHelpOptions = true)
    int show(@Mixin Remote remote, @Parameters(paramLabel = "KEY") String key) {
        return remote.tell(remote.get(PATH + "/" + Part.encoded(key)), body -> print(remote, body));
    }

    private static int print(Remote remote, JsonNode one) {
        remote.out()
                .println(Columns.plain("%s  %s  %s  第 %d 版"
                        .formatted(
                                one.path("key").asText(),
                                one.path("act").asText(),
                                one.path("phase").asText(),
                                one.path("version").asInt())));
        var table = new Columns("服務", "已中斷", "時限", "可容忍", "達時限");
        for (JsonNode away : one.path("services")) {
            table.row(
                    remote.word(away.path("name")),
                    Moment.span(away.path("seconds")),
                    Moment.span(away.path("limitSeconds")),
                    Moment.span(away.path("mtpdSeconds")),
                    away.path("limitReached").asBoolean() ? "✔" : "");
        }
        table.lines().forEach(remote.out()::println);
        return Exit.OK;
    }

    @Command(
            name = "ask",
            description = "組長就案件另提申請：再次報請啟動，已啟動者報請解除。Opens a request that no run asks for.",
            mixinStandardHelpOptions = true)
    int ask(@Mixin Remote remote, @Mixin Person person, @Parameters(paramLabel = "INCIDENT") String incident)
            throws IOException {
        var body = Map.<String, Object>of("incident", incident);
        return Decision.post(remote, person, PATH, body, request -> print(remote, request));
    }

    @Command(name = "request", description = "組長提出申請。The leader asks for consent.", mixinStandardHelpOptions = true)
    int request(
            @Mixin Remote remote,
            @Mixin Person person,
            @Parameters(paramLabel = "KEY") String key,
            @Option(names = "--facts", required = true, description = "of the facts you have seen") int version,
            @Option(
                            names = "--ground",
                            defaultValue = "limit-reached",
                            description = "limit-reached, plan-condition or over")
                    String ground,
            @Option(names = "--note") @Nullable String note)
            throws IOException {
        var body = words(version, note);
        body.put("ground", ground);
        return act(remote, person, key, "request", body);
    }

    @Command(name = "grant", description = "資安長同意。The CISO consents.", mixinStandardHelpOptions = true)
    int grant(
            @Mixin Remote remote,
            @Mixin Person person,
            @Parameters(paramLabel = "KEY") String key,
            @Option(names = "--facts", required = true, description = "of the facts you have seen") int version,
            @Option(names = "--note") @Nullable String note)
            throws IOException {
        return act(remote, person, key, "grant", words(version, note));
    }

    @Command(name = "refuse", description = "資安長不同意。The CISO refuses.", mixinStandardHelpOptions = true)
    int refuse(
            @Mixin Remote remote,
            @Mixin Person person,
            @Parameters(paramLabel = "KEY") String key,
            @Option(names = "--facts", required = true, description = "of the facts you have seen") int version,
            @Option(names = "--reason", required = true) String reason)
            throws IOException {
        return act(remote, person, key, "refuse", words(version, reason));
    }

    @Command(
            name = "declare",
            description = "組長於同意後宣布。The leader declares after the consent.",
            mixinStandardHelpOptions = true)
    int declare(
            @Mixin Remote remote,
            @Mixin Person person,
            @Parameters(paramLabel = "KEY") String key,
            @Option(names = "--facts", required = true, description = "of the facts you have seen") int version,
            @Option(names = "--note") @Nullable String note)
            throws IOException {
        return act(remote, person, key, "declare", words(version, note));
    }

    private static Map<String, Object> words(int version, @Nullable String note) {
        var body = new LinkedHashMap<String, Object>(Map.of("version", version));
        IncidentCommand.put(body, "note", note);
        return body;
    }

    private static int act(Remote remote, Person person, String key, String act, Map<String, Object> body)
            throws IOException {
        String path = PATH + "/" + Part.encoded(key) + "/" + act;
        return Decision.post(remote, person, path, body, request -> print(remote, request));
    }
}
