package tw.xuhang.integration.ansible;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tw.xuhang.runbook.port.Outcome;
import tw.xuhang.runbook.port.Playbooks.Order;

/** Runs one attempt in a process of its own, which a test can kill as a power cut would. */
public final class OtherJvm {

    private OtherJvm() {}

    /** Exit status 0 only if the attempt succeeded; counts of log lines on the standard output. */
    public static void main(String[] arguments) throws InterruptedException {
        var fixture = new AnsibleFixture(Path.of(arguments[0]));
        var order = new Order(
                arguments[1],
                arguments[2],
                fixture.variables(arguments[1]),
                Duration.ofSeconds(60),
                Duration.ofSeconds(120),
                false);
        var counts = new int[1];
        Outcome outcome = fixture.playbooks().run(order, event -> counts[0]++);
        System.out.println(counts[0] + " " + outcome);
        System.exit(outcome instanceof Outcome.Succeeded ? 0 : 1);
    }

    /** In a group of its own, with its pid as the group's number. */
    static Process run(Path folder, String ident, String playbook, Map<String, String> environment, String... options)
            throws IOException {
        List<String> command = new ArrayList<>(
                List.of("setsid", ProcessHandle.current().info().command().orElseThrow()));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                OtherJvm.class.getName(),
                folder.toString(),
                ident,
                playbook));
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(new File(folder.toFile(), ident + ".jvm"));
        builder.environment().putAll(environment);
        return builder.start();
    }
}
