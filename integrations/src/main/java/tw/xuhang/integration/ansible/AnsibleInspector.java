package tw.xuhang.integration.ansible;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tw.xuhang.runbook.port.PlaybookInspector;

/**
 * Asks Ansible itself: {@code --list-hosts} reads the playbook and all it imports, then a {@code raw} command that does
 * nothing is sent to each machine. With the same project, inventory, environment and limits as a run.
 */
public final class AnsibleInspector implements PlaybookInspector {

    private static final Duration LONGEST = Duration.ofSeconds(20);
    private static final int LINE = 200;
    private static final Pattern HOST = Pattern.compile("^ {6}(\\S+)$", Pattern.MULTILINE);
    /** {@code router | UNREACHABLE!: Failed to connect …} or {@code router | FAILED | rc=255 | (stderr) …}. */
    private static final Pattern ANSWER = Pattern.compile("^(\\S+) \\| ([A-Z]+)!?(.*)$", Pattern.MULTILINE);

    private final AnsibleHome home;
    private final Catalogue catalogue;

    public AnsibleInspector(AnsibleHome home) {
        this.home = home;
        this.catalogue = new Catalogue(home.project());
    }

    /** How a command ended, and all that it said; negative where its time was over. */
    private record Said(int status, String text) {

        /** The line that says why: Ansible's own complaint where there is one. */
        String why() {
            String line = text.lines()
                    .filter(l -> l.contains("ERROR"))
                    .findFirst()
                    .or(() -> text.lines().filter(l -> !l.isBlank()).findFirst())
                    .orElse("exit status " + status);
            return OneLine.of(line, LINE);
        }
    }

    @Override
    public Inspection inspect(String playbook) throws InterruptedException {
        Optional<String> refusal = catalogue.refusal(playbook);
        if (refusal.isPresent()) {
            return new Inspection.Unreadable(refusal.get());
        }
        try {
            Said listed = run("ansible-playbook", "--list-hosts", "--inventory", inventory(), playbook);
            if (listed.status() != 0) {
                return new Inspection.Unreadable(listed.why());
            }
            List<String> hosts = hosts(listed.text());
            return new Inspection.Hosts(hosts, hosts.isEmpty() ? Map.of() : silent(hosts));
        } catch (IOException e) {
            return new Inspection.Unreadable(OneLine.of(String.valueOf(e.getMessage()), LINE));
        }
    }

    private String inventory() {
        return home.inventory().toString();
    }

    private static List<String> hosts(String listing) {
        return HOST.matcher(listing)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    private Map<String, String> silent(List<String> hosts) throws IOException, InterruptedException {
        Said said = run(
                "ansible",
                "--inventory",
                inventory(),
                "--one-line",
                "--module-name",
                "ansible.builtin.raw",
                "--args",
                "true",
                String.join(",", hosts));
        Map<String, String> silent = new LinkedHashMap<>();
        // Who says nothing at all has not let us in either.
        hosts.forEach(host -> silent.put(host, said.why()));
        Matcher answer = ANSWER.matcher(said.text());
        while (answer.find()) {
            if (answer.group(2).equals("CHANGED") || answer.group(2).equals("SUCCESS")) {
                silent.remove(answer.group(1));
            } else {
                silent.put(answer.group(1), OneLine.of(answer.group(2) + answer.group(3), LINE));
            }
        }
        return silent;
    }

    private Said run(String tool, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(home.tool(tool).toString()));
        command.addAll(List.of(words));
        Path output = Files.createTempFile(Files.createDirectories(home.workdir()), "inspect", ".out");
        try {
            Process process = start(command, output);
            try {
                boolean ended = process.waitFor(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
                String text = Files.readString(output, StandardCharsets.UTF_8);
                return ended
                        ? new Said(process.exitValue(), text)
                        : new Said(-1, "ERROR: no answer in " + LONGEST.toSeconds() + " s\n" + text);
            } finally {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                process.destroyForcibly();
            }
        } finally {
            Files.deleteIfExists(output);
        }
    }

    private Process start(List<String> command, Path output) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(home.project().toFile())
                .redirectErrorStream(true)
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().put("PATH", home.path());
        builder.environment().put("HOME", home.userHome().toString());
        builder.environment().put("LANG", "C.UTF-8");
        builder.environment().put("ANSIBLE_NOCOLOR", "1");
        return builder.start();
    }
}
