package tw.xuhang.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tw.xuhang.directory.Directory;
import tw.xuhang.directory.Person;
import tw.xuhang.directory.SampleOffice;
import tw.xuhang.directory.Vendor;
import tw.xuhang.runbook.Runbook;
import tw.xuhang.runbook.language.Library;
import tw.xuhang.runbook.language.Surroundings;

/** Whether the office is still as it was when a runbook was published. */
final class FootingTest {

    private static final Directory OFFICE = SampleOffice.directory();

    @TempDir
    private Path folder;

    private final Runbook runbook =
            Library.shipped(Surroundings.unknown()).find("backbone-outage").orElseThrow();
    private final AtomicReference<Directory> office = new AtomicReference<>(OFFICE);
    private Path inventory = Path.of("hosts.yml");
    private Footing footing = new Footing(office::get, inventory, inventory);
    private Map<String, String> before = Map.of();

    @BeforeEach
    void published() throws IOException {
        inventory = Files.writeString(folder.resolve("hosts.yml"), "all: {}");
        Files.writeString(folder.resolve("failover-route.yml"), "- hosts: all");
        footing = new Footing(office::get, folder, inventory);
        before = footing.of(runbook);
    }

    @Test
    void nothingChangedIsNothingSaid() {
        assertThat(footing.changed(runbook, before)).isEmpty();
        assertThat(before.keySet())
                .contains("role:ciso", "playbook:failover-route.yml", "hosts:hosts.yml", "line:main")
                .anyMatch(key -> key.startsWith("vendor:"));
    }

    @Test
    void aVendorsNewContactIsNamed() {
        Vendor vendor = OFFICE.vendorOf("main").orElseThrow();
        var changed = new Vendor(
                vendor.key(),
                vendor.kind(),
                vendor.name(),
                vendor.contacts().subList(0, 1),
                vendor.contract(),
                vendor.circuits(),
                vendor.sla(),
                vendor.verification(),
                vendor.next());
        List<Vendor> others = OFFICE.vendors().stream()
                .map(one -> one.key().equals(vendor.key()) ? changed : one)
                .toList();
        office.set(with(OFFICE.people(), others));
        assertThat(footing.changed(runbook, before)).containsExactly("vendor:" + vendor.key());
    }

    @Test
    void aRoleThatPassesToSomebodyElseIsNamed() {
        List<Person> people = OFFICE.people().stream()
                .filter(person -> !person.account().equals("ciso"))
                .toList();
        office.set(with(people, OFFICE.vendors()));
        assertThat(footing.changed(runbook, before)).containsExactly("role:ciso");
    }

    @Test
    void aPlaybookOrAnInventoryThatIsNotTheOneAnyMoreIsNamed() throws IOException {
        Files.writeString(folder.resolve("failover-route.yml"), "- hosts: none");
        assertThat(footing.changed(runbook, before)).containsExactly("playbook:failover-route.yml");
        Files.writeString(inventory, "all: { hosts: { another: {} } }");
        assertThat(footing.changed(runbook, before)).contains("hosts:hosts.yml");
    }

    private static Directory with(List<Person> people, List<Vendor> vendors) {
        return new Directory(
                OFFICE.office(),
                people,
                OFFICE.deputies(),
                vendors,
                OFFICE.services(),
                OFFICE.uplinks(),
                OFFICE.segments(),
                OFFICE.routers(),
                OFFICE.maintenance());
    }
}
