package tw.xuhang.doctor;

import java.io.IOException;
import java.util.List;
import tw.xuhang.runbook.Text;

/**
 * One question to the installation.
 *
 * @param name for scripts, small letters and hyphens; it never changes
 */
public record Check(String name, Text title, Look look) {

    /** Takes the look. It changes nothing, and throws what a sick machine gives it. */
    @FunctionalInterface
    public interface Look {
        List<Finding> take() throws IOException, InterruptedException;
    }

    public static Check of(String name, String zh, String en, Look look) {
        return new Check(name, new Text(zh, en), look);
    }
}
