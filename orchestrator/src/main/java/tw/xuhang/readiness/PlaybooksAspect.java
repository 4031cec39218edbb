package tw.xuhang.readiness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.xuhang.doctor.Finding;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.port.PlaybookInspector;

/** Whether each playbook can be read by Ansible, and whether the machines that it names let us in. */
public final class PlaybooksAspect implements Aspect {

    private static final Text READ = new Text(
            "請更正劇本，或確認 XUHANG_PLAYBOOKS 與 XUHANG_INVENTORY。",
            "Correct the playbook, or see to XUHANG_PLAYBOOKS and XUHANG_INVENTORY.");
    private static final Text REACH = new Text(
            "請確認該主機已開機、SSH 金鑰與 known_hosts 正確。", "See that the machine is on, and to the SSH key and known_hosts.");

    private final PlaybookInspector inspector;

    public PlaybooksAspect(PlaybookInspector inspector) {
        this.inspector = inspector;
    }

    @Override
    public List<Finding> look(Runbook runbook) throws InterruptedException {
        var findings = new ArrayList<Finding>();
        for (String playbook : playbooks(runbook)) {
            findings.addAll(judge(playbook, inspector.inspect(playbook)));
        }
        return findings;
    }

    private static List<String> playbooks(Runbook runbook) {
        return runbook.everyStep().stream()
                .filter(Step.Ansible.class::isInstance)
                .map(step -> ((Step.Ansible) step).playbook())
                .distinct()
                .toList();
    }

    private static List<Finding> judge(String playbook, PlaybookInspector.Inspection seen) {
        return switch (seen) {
            case PlaybookInspector.Inspection.Unreadable no ->
                List.of(Finding.fault(
                        new Text("劇本無法執行：" + no.why(), "The playbook cannot run: " + no.why()), playbook, READ));
            case PlaybookInspector.Inspection.Hosts hosts
            when hosts.all().isEmpty() ->
                List.of(Finding.fault(new Text("劇本沒有對應任何主機。", "The playbook names no machine."), playbook, READ));
            case PlaybookInspector.Inspection.Hosts hosts
            when hosts.silent().isEmpty() ->
                List.of(Finding.ok(
                        "語法正確，主機可連線：" + String.join("、", hosts.all()),
                        "it can be read, and these let us in: " + String.join(", ", hosts.all()),
                        playbook));
            case PlaybookInspector.Inspection.Hosts hosts ->
                hosts.silent().entrySet().stream()
                        .map(host -> unreachable(playbook, host))
                        .toList();
        };
    }

    private static Finding unreachable(String playbook, Map.Entry<String, String> host) {
        return Finding.fault(
                new Text(
                        "無法連線到 " + host.getKey() + "：" + host.getValue(),
                        host.getKey() + " does not let us in: " + host.getValue()),
                playbook,
                REACH);
    }
}
