package tw.xuhang.command.remote;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import tw.xuhang.command.Exit;

/** Looks at a run until it ends, and tells each change once. A service that is away for a moment is waited for. */
final class Following {

    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int SILENCES = 30;

    private final Remote remote;
    private final Duration patience;
    private final Map<String, String> told = new HashMap<>();
    private boolean paused;

    Following(Remote remote, Duration patience) {
        this.remote = remote;
        this.patience = patience;
    }

    int to(String path) throws InterruptedException {
        long begun = System.nanoTime();
        int silences = 0;
        while (true) {
            Reply reply = remote.get(path);
            if (reply instanceof Reply.Done done) {
                silences = 0;
                if (remote.isText()) {
                    tell(done.body());
                }
                if (done.body().path("ending").isTextual()) {
                    return ended(done);
                }
            } else if (reply instanceof Reply.Refused || ++silences > SILENCES) {
                return remote.tell(reply, body -> Exit.ERROR);
            }
            if (System.nanoTime() - begun > patience.toNanos()) {
                remote.err().println("尚未結束 still under way");
                return Exit.STILL_WAITING;
            }
            Thread.sleep(EVERY);
        }
    }

    private void tell(JsonNode run) {
        if (paused != run.path("paused").isObject()) {
            paused = !paused;
            remote.out().println(Columns.plain(paused ? RunText.standing(run) : "恢復 resumed"));
            remote.out().flush();
        }
        for (JsonNode step : run.path("steps")) {
            String name = step.path("name").asText();
            String state = step.path("status").asText() + " " + RunText.remark(step);
            boolean news = !state.equals(told.put(name, state));
            if (news && !state.startsWith("not-started")) {
                remote.out()
                        .println(Columns.plain("%s %s  %s  %s"
                                .formatted(
                                        Moment.of(step.path("since")),
                                        RunText.mark(step.path("status").asText()),
                                        name,
                                        state)));
                remote.out().flush();
            }
        }
    }

    private int ended(Reply.Done done) {
        String ending = done.body().path("ending").asText();
        remote.tell(done, run -> {
            remote.out().println("結束 ended: " + ending);
            return Exit.OK;
        });
        return switch (ending) {
            case "succeeded", "closed-early" -> Exit.OK;
            case "partial" -> Exit.WARNINGS;
            default -> Exit.RUN_FAILED;
        };
    }
}
