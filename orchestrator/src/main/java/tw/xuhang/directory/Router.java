package tw.xuhang.directory;

import java.util.List;
import tw.xuhang.runbook.Text;

/**
 * A router that playbooks act on.
 *
 * @param inventory path of the inventory, relative to the playbook project
 * @param enter stands before each command on it; empty: the inventory's own connection
 */
public record Router(String key, Text name, String inventory, List<String> enter) {
    public Router {
        Checks.key(key);
        Checks.line(inventory, "inventory");
        enter = List.copyOf(enter);
    }
}
