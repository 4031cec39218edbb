package tw.xuhang.doctor;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tw.xuhang.runbook.Text;

/** Asks all questions at once and waits no longer than told: an answer that hangs is a finding too. */
public final class Doctor {

    private final Duration patience;

    public Doctor(Duration patience) {
        this.patience = patience;
    }

    /** In the order of the checks. */
    public List<Diagnosis> examine(List<Check> checks) throws InterruptedException {
        Map<String, Diagnosis> done = new ConcurrentHashMap<>();
        var left = new CountDownLatch(checks.size());
        for (Check check : checks) {
            // Daemons: one that hangs must not keep the command from ending.
            Thread.ofPlatform().daemon().name("doctor-" + check.name()).start(() -> {
                done.put(check.name(), diagnosis(check));
                left.countDown();
            });
        }
        boolean inTime = left.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        Map<String, Diagnosis> known = Map.copyOf(done);
        return checks.stream()
                .map(check -> inTime || known.containsKey(check.name())
                        ? known.getOrDefault(check.name(), late(check))
                        : late(check))
                .toList();
    }

    private static Diagnosis diagnosis(Check check) {
        try {
            return new Diagnosis(check.name(), check.title(), check.look().take());
        } catch (IOException | InterruptedException | RuntimeException e) {
            // Whatever a look meets on a sick machine, the other checks still matter.
            var what = new Text("無法檢查：" + e.getMessage(), "could not be looked at: " + e.getMessage());
            return new Diagnosis(
                    check.name(),
                    check.title(),
                    List.of(Finding.fault(
                            what,
                            e.getClass().getSimpleName(),
                            new Text("請先排除上述原因再檢查一次。", "Remove the cause and look again."))));
        }
    }

    /** Nothing is known to be wrong, and nothing to be right. */
    private Diagnosis late(Check check) {
        var what = new Text(
                patience.toSeconds() + " 秒內沒有結果，無法判斷。",
                "There was no answer in " + patience.toSeconds() + " s: it could not be judged.");
        var remedy = new Text(
                "主機忙碌時請以 --patience 60 再檢查一次；仍無結果即為當住。",
                "On a busy machine look again with --patience 60; what does not answer then hangs.");
        return new Diagnosis(check.name(), check.title(), List.of(Finding.warning(what, "", remedy)));
    }
}
