package tw.xuhang.doctor;

import java.util.List;
import tw.xuhang.runbook.Text;

/** Whether this Java is new enough, and may open what the embedded parts need. */
public final class JavaCheck {

    private static final int WANTED = 25;

    private JavaCheck() {}

    /** @param running feature release, e.g. 25 */
    public static Check of(int running, String version, String home) {
        return Check.of("java", "Java", "Java", () -> List.of(judge(running, version, home)));
    }

    private static Finding judge(int running, String version, String home) {
        return running >= WANTED
                ? Finding.ok("JDK " + version + "。", "JDK " + version + ".", home)
                : Finding.fault(
                        new Text("JDK " + version + " 過舊。", "JDK " + version + " is too old."),
                        home,
                        new Text(
                                "請安裝 JDK " + WANTED + " 以上，或以 XUHANG_JAVA_HOME 指明位置。",
                                "Install JDK " + WANTED + " or newer, or say where it is with XUHANG_JAVA_HOME."));
    }
}
