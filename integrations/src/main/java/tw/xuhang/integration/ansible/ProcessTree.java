package tw.xuhang.integration.ansible;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.stream.Collectors;

/**
 * The processes of an attempt, found without their launcher's help: each carries the attempt's claim in its
 * environment. A process that rid itself of its environment (sudo) is found below one that did not.
 */
final class ProcessTree {

    static final String VARIABLE = "XUHANG_ATTEMPT";
    private static final Path PROC = Path.of("/proc");

    private final Claim claim;

    ProcessTree(Claim claim) {
        this.claim = claim;
    }

    /** The launcher, if it lives and is the one that took the claim. */
    Optional<ProcessHandle> launcher() {
        return claim.started()
                .filter(started -> start(started.pid()) == started.start())
                .flatMap(started -> ProcessHandle.of(started.pid()));
    }

    /** All living processes of the attempt, detached ones too. */
    Set<ProcessHandle> everything() {
        String sign = VARIABLE + "=" + claim.folder();
        long since = claim.started().map(Claim.Started::start).orElse(0L);
        Set<ProcessHandle> found = new LinkedHashSet<>();
        try (var folders = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path folder : folders) {
                long pid = Long.parseLong(folder.getFileName().toString());
                if (pid != ProcessHandle.current().pid() && carries(folder, sign) && start(pid) >= since) {
                    ProcessHandle.of(pid).ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List.copyOf(found).forEach(process -> process.descendants().forEach(found::add));
        found.removeIf(process -> start(process.pid()) < 0);
        return found;
    }

    /** Those that still do the playbook's work, that is all but daemons in sessions of their own. */
    Set<ProcessHandle> working() {
        Set<ProcessHandle> all = everything();
        Set<Long> sessions = all.stream()
                .filter(ProcessTree::isAnsible)
                .map(process -> session(process.pid()))
                .collect(Collectors.toSet());
        claim.started().ifPresent(started -> sessions.add(started.pid()));
        JobEvents.playbookPid(claim.events()).ifPresent(sessions::add);
        all.removeIf(process -> !sessions.contains(session(process.pid())));
        return all;
    }

    private static boolean isAnsible(ProcessHandle process) {
        try {
            String line = Files.readString(
                    PROC.resolve(Long.toString(process.pid())).resolve("cmdline"), StandardCharsets.ISO_8859_1);
            return line.contains("ansible-playbook") || line.contains("ansible-runner");
        } catch (IOException gone) {
            return false;
        }
    }

    private static boolean carries(Path process, String sign) {
        try {
            String environment = Files.readString(process.resolve("environ"), StandardCharsets.ISO_8859_1);
            byte[] wanted = sign.getBytes(StandardCharsets.UTF_8);
            return ("\0" + environment).contains("\0" + new String(wanted, StandardCharsets.ISO_8859_1) + "\0");
        } catch (IOException goneOrForeign) {
            return false;
        }
    }

    private static long session(long pid) {
        return stat(pid, 3);
    }

    /** Clock ticks after boot; -1 if it is gone or only waits to be buried. */
    private static long start(long pid) {
        return stat(pid, 19);
    }

    private static long stat(long pid, int field) {
        try {
            String line =
                    Files.readString(PROC.resolve(Long.toString(pid)).resolve("stat"), StandardCharsets.ISO_8859_1);
            var fields = new StringTokenizer(line.substring(line.lastIndexOf(')') + 1));
            String state = fields.nextToken();
            for (int skipped = 1; skipped < field; skipped++) {
                fields.nextToken();
            }
            return state.equals("Z") || state.equals("X") ? -1 : Long.parseLong(fields.nextToken());
        } catch (IOException gone) {
            return -1;
        }
    }
}
