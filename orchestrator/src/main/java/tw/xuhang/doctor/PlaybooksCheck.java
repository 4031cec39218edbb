package tw.xuhang.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import tw.xuhang.runbook.Text;

/** Whether the Ansible project lies where the service looks for it. */
public final class PlaybooksCheck {

    private PlaybooksCheck() {}

    /** @param own the office's own project, not the shipped one that each start lays out anew */
    public static Check of(Path project, boolean own) {
        return Check.of("playbooks", "自動化劇本", "Playbooks", () -> {
            if (!own && !Files.isDirectory(project)) {
                return List.of(Finding.ok("首次啟動時放置。", "The first start lays them out.", project.toString()));
            }
            int count = RunbooksCheck.playbooks(project).size();
            return List.of(
                    count > 0
                            ? Finding.ok(count + " 個。", count + " found.", project.toString())
                            : Finding.fault(
                                    new Text("目錄內沒有任何劇本（*.yml）。", "There is no playbook (*.yml) in it."),
                                    project.toString(),
                                    new Text(
                                            "請放入劇本或更正 XUHANG_PLAYBOOKS；內附者重新啟動服務即會放置。",
                                            "Put them there or correct XUHANG_PLAYBOOKS; the shipped ones come with a restart.")));
        });
    }
}
