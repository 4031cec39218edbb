package tw.xuhang.readiness;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Uplink;
import tw.xuhang.doctor.Finding;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.port.Prober;

/** Whether each line that the runbook counts on is on file, and the standby one answers now. */
public final class LinesAspect implements Aspect {

    private static final String FILE = "uplinks.yaml";
    private static final int LOOKS = 3;

    private final Supplier<Directory> directory;
    private final Prober prober;
    private final InstantSource clock;

    public LinesAspect(Supplier<Directory> directory, Prober prober, InstantSource clock) {
        this.directory = directory;
        this.prober = prober;
        this.clock = clock;
    }

    @Override
    public List<Finding> look(Runbook runbook) throws InterruptedException {
        var findings = new ArrayList<Finding>();
        for (String key : lines(runbook)) {
            Optional<Uplink> line = directory.get().uplink(key);
            if (line.isEmpty()) {
                findings.add(Finding.fault(
                        new Text("線路不在名冊上：" + key, "The line is not on file: " + key),
                        FILE,
                        new Text("請在 uplinks.yaml 補上，或更正手冊。", "Add it in uplinks.yaml, or correct the runbook.")));
            } else if (line.get().role() == Uplink.Role.BACKUP) {
                findings.add(standby(line.get()));
            }
        }
        return findings;
    }

    static List<String> lines(Runbook runbook) {
        return runbook.parameters().values().stream()
                .filter(parameter -> parameter.type().equals("uplink"))
                .map(Runbook.Parameter::preset)
                .distinct()
                .toList();
    }

    /** Announced work on the standby line is worth knowing too: nothing would carry the office meanwhile. */
    private Finding standby(Uplink line) throws InterruptedException {
        if (directory.get().maintenance(line.key(), clock.instant()).isPresent()) {
            return Finding.warning(
                    new Text(
                            line.name().zh() + " 正在計畫性施工中，不能作為備援。",
                            line.key() + " is in announced work and no standby."),
                    line.key(),
                    new Text(
                            "主線路若中斷，請改派行動電信或請廠商停工。",
                            "If the main line goes, ask the vendor to stop, or use mobile data."));
        }
        return judged(line, look(line));
    }

    private static Finding judged(Uplink line, Prober.Look seen) {
        return switch (seen.sight()) {
            case ANSWERED -> Finding.ok(line.name().zh() + " 有回應。", line.key() + " answers.", line.key());
            case SILENT ->
                Finding.fault(
                        new Text(
                                line.name().zh() + " 沒有回應，切換後仍不會通。",
                                line.key() + " does not answer: a failover would lead nowhere."),
                        line.key(),
                        new Text("請檢查備援線路或通知廠商。", "See to the standby line or call its vendor."));
            case BLIND ->
                Finding.fault(
                        new Text(
                                "無法由此探測 " + line.name().zh() + "：" + seen.detail(),
                                line.key() + " cannot be looked at from here: " + seen.detail()),
                        line.key(),
                        new Text("請確認網路介面、權限與觀測點。", "See to the interface, the permission and the vantage point."));
        };
    }

    /** The best of a few: a single lost packet is no dead line. */
    private Prober.Look look(Uplink line) throws InterruptedException {
        Prober.Look seen = prober.look(directory.get().question(line));
        for (int i = 1; i < LOOKS && !seen.answered(); i++) {
            seen = prober.look(directory.get().question(line));
        }
        return seen;
    }
}
