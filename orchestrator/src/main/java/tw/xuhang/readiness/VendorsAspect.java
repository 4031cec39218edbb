package tw.xuhang.readiness;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Vendor;
import tw.xuhang.doctor.Finding;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;

/** Whether each work order would find a vendor, and somebody to ask when the first contact stays silent (D2). */
public final class VendorsAspect implements Aspect {

    private static final String FILE = "vendors.yaml";
    private static final Text ADD = new Text("請在 vendors.yaml 補上。", "Add it in vendors.yaml.");

    private final Supplier<Directory> directory;

    public VendorsAspect(Supplier<Directory> directory) {
        this.directory = directory;
    }

    @Override
    public List<Finding> look(Runbook runbook) {
        return runbook.everyStep().stream()
                .filter(Step.Dispatch.class::isInstance)
                .map(step -> Presets.of(runbook).fill(((Step.Dispatch) step).to()))
                .distinct()
                .map(this::judge)
                .toList();
    }

    private Finding judge(String to) {
        Optional<Vendor> vendor = directory.get().addressee(to);
        if (vendor.isEmpty()) {
            return Finding.fault(new Text("派工對象不在名冊上：" + to, "The order's vendor is not on file: " + to), FILE, ADD);
        }
        Vendor found = vendor.get();
        boolean alone = found.contacts().size() == 1 && found.next().isEmpty();
        return alone
                ? Finding.warning(
                        new Text(
                                found.name().zh() + " 只有一位聯絡人，也沒有下一家；無回應時只能打電話。",
                                found.key() + " has one contact and no successor: silence ends in a telephone call."),
                        FILE,
                        ADD)
                : Finding.ok(
                        found.name().zh() + "：" + found.contacts().size() + " 位聯絡人。",
                        found.key() + ": " + found.contacts().size() + " contacts.",
                        FILE);
    }
}
