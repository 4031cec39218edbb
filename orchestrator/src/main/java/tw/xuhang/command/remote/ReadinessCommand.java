package tw.xuhang.command.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import tw.xuhang.command.Exit;
import tw.xuhang.doctor.Level;

/** Asks the running service whether each runbook could run now. */
@Command(
        name = "readiness",
        description =
                "整備檢查：手冊今晚能否執行。Whether each runbook could run now, as the service found last; exit code 3 if one cannot, 10 if something is to be seen to.",
        mixinStandardHelpOptions = true)
public final class ReadinessCommand implements Callable<Integer> {

    private static final String PATH = "/api/v1/readiness";

    @Mixin
    private Remote remote = new Remote();

    @Option(names = "--now", description = "look now; takes some seconds, as every machine is asked")
    private boolean now;

    @Override
    public Integer call() {
        Reply reply = now ? remote.post(PATH, Map.of()) : remote.get(PATH);
        return remote.tell(reply, this::print);
    }

    private int print(JsonNode body) {
        int worst = Exit.OK;
        for (JsonNode runbook : body.path("items")) {
            print(remote.out(), runbook);
            worst = worse(worst, runbook.path("level").asText());
        }
        return worst;
    }

    private void print(PrintWriter out, JsonNode runbook) {
        boolean zh = remote.language().startsWith("zh");
        out.println("%s %s %s"
                .formatted(
                        symbol(runbook),
                        runbook.path("runbook").asText(),
                        runbook.path(zh ? "titleZh" : "titleEn").asText()));
        for (JsonNode finding : runbook.path("findings")) {
            out.println("    %s %s"
                    .formatted(symbol(finding), finding.path(zh ? "zh" : "en").asText()));
            String remedy = finding.path(zh ? "remedyZh" : "remedyEn").asText();
            if (!remedy.isEmpty()) {
                out.println("      → " + remedy + " (" + finding.path("where").asText() + ")");
            }
        }
    }

    private static String symbol(JsonNode judged) {
        return switch (judged.path("level").asText()) {
            case "ok" -> Level.OK.symbol();
            case "warning" -> Level.WARNING.symbol();
            case "fault" -> Level.FAULT.symbol();
            default -> "?";
        };
    }

    /** What nobody has looked at is no reason to sleep well. */
    private static int worse(int worst, String level) {
        return switch (level) {
            case "ok" -> worst;
            case "fault" -> Exit.FINDINGS;
            default -> worst == Exit.FINDINGS ? worst : Exit.WARNINGS;
        };
    }
}
