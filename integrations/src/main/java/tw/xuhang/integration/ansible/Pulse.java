package tw.xuhang.integration.ansible;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;

/** Whether an attempt still has somebody working on it. */
record Pulse(AnsibleHome home, Claim claim) {

    private static final int HELD = 75;

    boolean beats() throws InterruptedException {
        return locked() || !new ProcessTree(claim).working().isEmpty();
    }

    /** Java's own file locks are fcntl's and do not see flock's, hence the command. */
    boolean locked() throws InterruptedException {
        try {
            int status = probe().waitFor();
            if (status != 0 && status != HELD) {
                throw new IOException("flock on " + claim.lock() + " ended with status " + status);
            }
            return status == HELD;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process probe() throws IOException {
        var probe = new ProcessBuilder(
                        home.tool("flock").toString(),
                        "--shared",
                        "--nonblock",
                        "--conflict-exit-code",
                        Integer.toString(HELD),
                        claim.lock().toString(),
                        "true")
                .redirectInput(Redirect.from(new File("/dev/null")))
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD);
        probe.environment().clear();
        probe.environment().put("PATH", home.path());
        return probe.start();
    }
}
