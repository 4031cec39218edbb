package tw.xuhang.directory;

import java.util.List;
import tw.xuhang.runbook.Text;

/**
 * A place in the network that services are asked from.
 *
 * @param command stands before a probe's own command; empty: this machine
 */
public record Segment(String key, Text name, List<String> command) {
    public Segment {
        Checks.key(key);
        command = List.copyOf(command);
    }
}
