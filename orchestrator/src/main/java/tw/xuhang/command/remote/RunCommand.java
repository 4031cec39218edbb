package tw.xuhang.command.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import tw.xuhang.command.Exit;

/** Runs of runbooks. */
@Command(
        name = "run",
        description = "手冊執行：啟動、查詢、追蹤、暫停、中止、逐步決定。Runs: start, list, show, follow, pause, abort, decide.",
        mixinStandardHelpOptions = true)
public final class RunCommand implements Runnable {

    private static final String PATH = "/api/v1/runs";

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    @Command(name = "list", description = "列出執行，最新在前。List runs, newest first.", mixinStandardHelpOptions = true)
    int list(
            @Mixin Remote remote,
            @Mixin Part part,
            @Option(names = "--incident", paramLabel = "NO", description = "of this case only") @Nullable
                    String number) {
        String path = part.of(PATH) + (number == null ? "" : "&incident=" + Part.encoded(number));
        return remote.tell(remote.get(path), body -> {
            var table = new Columns("執行", "手冊", "模式", "開始", "結果");
            for (JsonNode one : body.path("items")) {
                table.row(
                        one.path("run").asText(),
                        one.path("runbook").asText(),
                        one.path("mode").asText(),
                        Moment.of(one.path("beganAt")),
                        one.path("ending").asText("-"));
            }
            table.lines().forEach(remote.out()::println);
            IncidentCommand.next(remote, body);
            return Exit.OK;
        });
    }

    @Command(name = "show", description = "顯示一次執行與其步驟。Show a run with its steps.", mixinStandardHelpOptions = true)
    int show(@Mixin Remote remote, @Parameters(paramLabel = "RUN") String run) {
        return remote.tell(remote.get(at(run)), body -> {
            new RunText(remote).print(body);
            return Exit.OK;
        });
    }

    @Command(
            name = "follow",
            description =
                    "追蹤到結束；結束碼即執行結果。Follow a run to its end; the exit code tells how it ended: 0, 8 failed, 10 partial, 7 still waiting.",
            mixinStandardHelpOptions = true)
    int follow(
            @Mixin Remote remote,
            @Parameters(paramLabel = "RUN") String run,
            @Option(names = "--timeout", paramLabel = "SECONDS", description = "give up after this long, default never")
                    @Nullable
                    Integer timeout)
            throws InterruptedException {
        Duration patience = timeout == null ? Duration.ofDays(365) : Duration.ofSeconds(timeout);
        return new Following(remote, patience).to(at(run));
    }

    @Command(
            name = "start",
            description = "啟動手冊：於既有案件，或另開模擬、演練案件。Start a runbook on a case, or in a simulation or drill of its own.",
            mixinStandardHelpOptions = true)
    int start(
            @Mixin Remote remote,
            @Parameters(paramLabel = "RUNBOOK") String runbook,
            @ArgGroup(multiplicity = "1") Where where,
            @Option(names = "--set", paramLabel = "NAME=VALUE", description = "a parameter of the runbook") @Nullable
                    Map<String, String> parameters,
            @Option(
                            names = "--runbook-version",
                            paramLabel = "VERSION",
                            description = "e.g. that of a run which is repeated, or a draft; default: the one in force")
                    @Nullable
                    String version,
            @Option(names = "--reason", required = true) String reason,
            @Option(names = "--wait", description = "follow it to its end; the exit code tells how it ended")
                    boolean wait)
            throws InterruptedException {
        Reply reply = remote.post(where.path(), where.wish(runbook, version, parameters, reason));
        if (wait && reply instanceof Reply.Done done) {
            return new Following(remote, Duration.ofDays(365)).to(at(Where.run(done.body())));
        }
        return remote.tell(reply, made -> {
            remote.out().println(Where.run(made));
            return Exit.OK;
        });
    }

    /** On which case. */
    static final class Where {
        @Option(names = "--incident", paramLabel = "NO", description = "on this case, in its mode")
        private @Nullable String number;

        @Option(names = "--mode", description = "simulate or drill, in a case of its own")
        private @Nullable String mode;

        String path() {
            return number == null ? "/api/v1/incidents" : "/api/v1/incidents/" + Part.encoded(number) + "/runs";
        }

        Map<String, Object> wish(
                String runbook, @Nullable String version, @Nullable Map<String, String> parameters, String reason) {
            var wish = new LinkedHashMap<String, Object>(Map.of("runbook", runbook, "reason", reason));
            IncidentCommand.put(wish, "parameters", parameters);
            IncidentCommand.put(wish, "version", version);
            if (mode != null) {
                wish.putAll(Map.of("mode", mode, "subject", "runbook/" + runbook, "title", runbook + "：" + reason));
            }
            return wish;
        }

        static String run(JsonNode made) {
            return made.has("run")
                    ? made.path("run").asText()
                    : made.path("runs").path(0).asText();
        }
    }

    @Command(
            name = "pause",
            description = "暫停：不再開始新步驟，進行中的會做完，時限照計。Start no step until it is resumed; what is under way goes on.",
            mixinStandardHelpOptions = true)
    int pause(
            @Mixin Remote remote,
            @Parameters(paramLabel = "RUN") String run,
            @Option(names = "--reason", required = true) String reason) {
        return remote.tell(remote.post(at(run) + "/pause", Map.of("reason", reason)), done -> Exit.OK);
    }

    @Command(name = "resume", description = "恢復。Let a paused run go on.", mixinStandardHelpOptions = true)
    int resume(@Mixin Remote remote, @Parameters(paramLabel = "RUN") String run) {
        return remote.tell(remote.post(at(run) + "/resume", Map.of()), done -> Exit.OK);
    }

    @Command(name = "abort", description = "中止。End a run.", mixinStandardHelpOptions = true)
    int abort(
            @Mixin Remote remote,
            @Parameters(paramLabel = "RUN") String run,
            @Option(names = "--reason", required = true) String reason) {
        return remote.tell(remote.post(at(run) + "/abort", Map.of("reason", reason)), done -> Exit.OK);
    }

    @Command(name = "retry", description = "重試步驟。Try a step again.", mixinStandardHelpOptions = true)
    int retry(
            @Mixin Remote remote,
            @Parameters(index = "0", paramLabel = "RUN") String run,
            @Parameters(index = "1", paramLabel = "STEP") String step,
            @Option(names = "--reason", defaultValue = "") String reason) {
        return decide(remote, run, step, "retry", reason);
    }

    @Command(name = "skip", description = "略過步驟。Leave a step out.", mixinStandardHelpOptions = true)
    int skip(
            @Mixin Remote remote,
            @Parameters(index = "0", paramLabel = "RUN") String run,
            @Parameters(index = "1", paramLabel = "STEP") String step,
            @Option(names = "--reason", required = true) String reason) {
        return decide(remote, run, step, "skip", reason);
    }

    @Command(name = "complete", description = "步驟已由人工完成。Take a step for done by hand.", mixinStandardHelpOptions = true)
    int complete(
            @Mixin Remote remote,
            @Parameters(index = "0", paramLabel = "RUN") String run,
            @Parameters(index = "1", paramLabel = "STEP") String step,
            @Option(names = "--reason", required = true) String reason) {
        return decide(remote, run, step, "complete", reason);
    }

    @Command(name = "fail", description = "步驟確定失敗。Let a step's failure stand.", mixinStandardHelpOptions = true)
    int fail(
            @Mixin Remote remote,
            @Parameters(index = "0", paramLabel = "RUN") String run,
            @Parameters(index = "1", paramLabel = "STEP") String step,
            @Option(names = "--reason", required = true) String reason) {
        return decide(remote, run, step, "fail", reason);
    }

    private static int decide(Remote remote, String run, String step, String decision, String reason) {
        String path = at(run) + "/steps/" + Part.encoded(step) + "/" + decision;
        return remote.tell(remote.post(path, Map.of("reason", reason)), done -> Exit.OK);
    }

    private static String at(String run) {
        return PATH + "/" + Part.encoded(run);
    }
}
