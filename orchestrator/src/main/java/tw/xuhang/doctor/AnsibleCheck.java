package tw.xuhang.doctor;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.xuhang.runbook.Text;

/** The two tools without which no playbook runs. */
public final class AnsibleCheck {

    private static final Pattern VERSION = Pattern.compile("(\\d+)\\.(\\d+)(\\.\\d+)*");

    private AnsibleCheck() {}

    private record Tool(String command, int major, int minor, String aptPackage) {}

    private static final List<Tool> NEEDED = List.of(
            new Tool("ansible-playbook", 2, 14, "ansible-core"),
            new Tool("ansible-runner", 2, 3, "python3-ansible-runner"));

    public static Check of(Tools tools) {
        return Check.of("ansible", "自動化工具", "Ansible", () -> {
            List<Finding> findings = new ArrayList<>();
            for (Tool tool : NEEDED) {
                findings.add(judge(tool, tools));
            }
            return findings;
        });
    }

    private static Finding judge(Tool tool, Tools tools) throws InterruptedException {
        try {
            Tools.Said said = tools.run(List.of(tool.command(), "--version"));
            Matcher version = VERSION.matcher(said.text());
            if (said.status() != 0 || !version.find()) {
                return bad(tool, tool.command() + " 無法執行", tool.command() + " does not run: " + said.text());
            }
            return fits(tool, version)
                    ? Finding.ok(
                            tool.command() + " " + version.group() + "。",
                            tool.command() + " " + version.group() + ".",
                            "")
                    : bad(
                            tool,
                            tool.command() + " " + version.group() + " 過舊",
                            "%s %s is older than %d.%d"
                                    .formatted(tool.command(), version.group(), tool.major(), tool.minor()));
        } catch (IOException e) {
            return bad(tool, "找不到 " + tool.command(), tool.command() + " is not on this machine");
        }
    }

    private static boolean fits(Tool tool, Matcher version) {
        int major = Integer.parseInt(version.group(1));
        int minor = Integer.parseInt(version.group(2));
        return major > tool.major() || (major == tool.major() && minor >= tool.minor());
    }

    private static Finding bad(Tool tool, String zh, String en) {
        String install = "sudo apt-get install -y " + tool.aptPackage();
        return Finding.fault(
                new Text(zh + "，手冊的自動步驟無法執行。", en + "; automatic steps cannot run."),
                tool.command(),
                new Text("請安裝：" + install, "Install it: " + install));
    }
}
