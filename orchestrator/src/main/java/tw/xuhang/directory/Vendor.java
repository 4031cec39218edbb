package tw.xuhang.directory;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tw.xuhang.runbook.Text;

/**
 * A firm that is called when something of its own is broken.
 *
 * @param contacts in the order to try (D2)
 * @param contract number under which the office is known there
 * @param circuits of the lines that it leases or looks after
 * @param verification number printed in the contract, by which the vendor makes sure that the office
 *     really asks
 * @param next key of the vendor to ask when this one stays silent
 */
public record Vendor(
        String key,
        Kind kind,
        Text name,
        List<Contact> contacts,
        String contract,
        List<String> circuits,
        Sla sla,
        String verification,
        Optional<String> next) {

    public Vendor {
        Checks.key(key);
        Checks.line(contract, "contract");
        Checks.line(verification, "verification");
        contacts = List.copyOf(contacts);
        circuits = List.copyOf(circuits);
        circuits.forEach(circuit -> Checks.line(circuit, "circuit"));
        Checks.require(!contacts.isEmpty(), "a vendor without a contact cannot be called");
        Checks.require(!next.equals(Optional.of(key)), "a vendor is not its own successor");
    }

    /** What the vendor is for. */
    public enum Kind {
        LINE_LESSOR,
        NETWORK_MAINTAINER,
        ELECTROMECHANICAL,
        HOST,
        OTHER;

        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        public static Optional<Kind> of(String key) {
            return Stream.of(values()).filter(kind -> kind.key().equals(key)).findFirst();
        }
    }

    /** A desk or a person there, by function. */
    public record Contact(Text name, String mail, String phone) {
        public Contact {
            Checks.mail(mail);
            Checks.line(phone, "phone");
        }
    }

    /** What the contract promises, from the order on. */
    public record Sla(Duration acknowledge, Duration arrive, Duration repair) {
        public Sla {
            Checks.positive(acknowledge, "acknowledge within");
            Checks.positive(arrive, "arrive within");
            Checks.positive(repair, "repair within");
        }
    }
}
