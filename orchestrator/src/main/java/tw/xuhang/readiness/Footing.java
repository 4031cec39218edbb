package tw.xuhang.readiness;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import tw.xuhang.access.Role;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Person;
import tw.xuhang.directory.Uplink;
import tw.xuhang.directory.Vendor;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.Step;
import tw.xuhang.runbook.language.RunbookReader;

/**
 * What a runbook leans on in this office, each thing as a short fingerprint: enough to notice that it changed since a
 * publication, too little to say what it was.
 */
public final class Footing {

    private static final int LENGTH = 8;

    private final Supplier<Directory> directory;
    private final Path playbooks;
    private final Path inventory;

    /** @param inventory file or folder */
    public Footing(Supplier<Directory> directory, Path playbooks, Path inventory) {
        this.directory = directory;
        this.playbooks = playbooks;
        this.inventory = inventory;
    }

    /** Kind and key, e.g. {@code vendor:line-lessor}, → fingerprint. */
    public Map<String, String> of(Runbook runbook) {
        var footing = new TreeMap<String, String>();
        PeopleAspect.roles(runbook).forEach(role -> footing.put("role:" + role, print(holders(role))));
        for (String line : LinesAspect.lines(runbook)) {
            directory.get().uplink(line).ifPresent(known -> footing.put("line:" + line, print(facts(known))));
        }
        for (Step step : runbook.everyStep()) {
            switch (step) {
                case Step.Dispatch order ->
                    directory
                            .get()
                            .addressee(Presets.of(runbook).fill(order.to()))
                            .ifPresent(vendor -> footing.put("vendor:" + vendor.key(), print(facts(vendor))));
                case Step.Ansible ansible -> {
                    footing.put("playbook:" + ansible.playbook(), print(text(playbooks.resolve(ansible.playbook()))));
                    footing.put("hosts:" + inventory.getFileName(), print(text(inventory)));
                }
                default -> {}
            }
        }
        return footing;
    }

    /** What is not as it was, by kind and key. What is gone altogether is another finding's. */
    Set<String> changed(Runbook runbook, Map<String, String> before) {
        Map<String, String> now = of(runbook);
        var changed = new TreeMap<>(before);
        changed.entrySet().removeIf(one -> one.getValue().equals(now.get(one.getKey())));
        return changed.keySet();
    }

    private List<String> holders(String role) {
        return Role.of(role).stream()
                .flatMap(known -> directory.get().holders(known).stream())
                .map(Person::account)
                .sorted()
                .toList();
    }

    private static List<String> facts(Vendor vendor) {
        var facts = new ArrayList<>(List.of(vendor.contract(), vendor.next().orElse("")));
        vendor.contacts()
                .forEach(contact -> facts.addAll(List.of(contact.name().zh(), contact.mail(), contact.phone())));
        facts.addAll(vendor.circuits());
        return facts;
    }

    private static List<String> facts(Uplink line) {
        return List.of(line.device(), line.router(), line.vendor(), line.role().key());
    }

    /** A file that cannot be read is as good as changed. */
    private static List<String> text(Path place) {
        try (Stream<Path> files = Files.walk(place)) {
            var texts = new ArrayList<String>();
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                texts.add(RunbookReader.version(Files.readAllBytes(file)));
            }
            return texts;
        } catch (IOException e) {
            return List.of("unreadable");
        }
    }

    private static String print(List<String> facts) {
        return RunbookReader.version(String.join("\n", facts).getBytes(StandardCharsets.UTF_8))
                .substring(0, LENGTH);
    }
}
