package tw.xuhang.command;

import java.io.PrintWriter;
import tw.xuhang.runbook.Text;

/**
 * Why a command does not start, in words that say what to do.
 *
 * @param exit of {@link Exit}
 */
record Refusal(Text why, int exit) {

    /** The Chinese line first; the English one begins with words that scripts look for. */
    int tell(PrintWriter err) {
        err.println("無法啟動：" + why.zh());
        err.println("cannot start: " + why.en());
        err.flush();
        return exit;
    }
}
