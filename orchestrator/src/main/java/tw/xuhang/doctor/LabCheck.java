package tw.xuhang.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tw.xuhang.runbook.Text;

/** Whether this user can build the network lab of {@code xuhang demo}. The service itself needs none of it. */
public final class LabCheck {

    private static final List<String> TOOLS = List.of("ip", "iptables", "ping");
    /** Made in namespaces that end with the command: it shows whether the kernel lets it, and leaves nothing. */
    private static final String TRIAL = "mount -t tmpfs none /run && ip link set lo up";

    private LabCheck() {}

    public static Check of(Tools tools, boolean root) {
        return Check.of("lab", "展示用網路實驗室", "Network lab", () -> {
            List<Finding> findings = new ArrayList<>(missing(tools));
            findings.add(judge(tools, root));
            return findings;
        });
    }

    private static List<Finding> missing(Tools tools) throws InterruptedException {
        List<Finding> missing = new ArrayList<>();
        for (String tool : TOOLS) {
            try {
                tools.run(List.of(tool, "-V"));
            } catch (IOException e) {
                missing.add(Finding.warning(
                        new Text("找不到 " + tool + "。", tool + " is not on this machine."),
                        tool,
                        new Text(
                                "展示時需要：sudo apt-get install -y iproute2 iptables iputils-ping",
                                "For the demonstration: sudo apt-get install -y iproute2 iptables iputils-ping")));
            }
        }
        return missing;
    }

    private static Finding judge(Tools tools, boolean root) throws InterruptedException {
        String flags = root ? "-mn" : "-Urmn";
        try {
            Tools.Said said = tools.run(List.of("unshare", flags, "sh", "-c", TRIAL));
            return said.status() == 0
                    ? Finding.ok(
                            root ? "可建立（root）。" : "可建立（user namespace）。",
                            root ? "It can be built (root)." : "It can be built (user namespace).",
                            "docker/lab")
                    : refused(said.text());
        } catch (IOException e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    private static Finding refused(String why) {
        return Finding.warning(
                new Text("此使用者無法建立網路實驗室：" + why, "This user cannot build the network lab: " + why),
                "docker/lab",
                new Text(
                        "只有展示需要：請以 root 執行 demo，或執行 docker/lab/enter true 看如何開放。服務本身不受影響。",
                        "Only the demonstration needs it: run it as root, or see what docker/lab/enter true says."));
    }
}
