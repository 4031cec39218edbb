package tw.xuhang.doctor;

import java.io.IOException;
import java.util.List;

/** Runs a command that only tells something, with a limit of its own. */
@FunctionalInterface
public interface Tools {

    /** @throws IOException there is no such command */
    Said run(List<String> command) throws IOException, InterruptedException;

    /** @param text both outputs, cut to what a line can hold */
    record Said(int status, String text) {}
}
