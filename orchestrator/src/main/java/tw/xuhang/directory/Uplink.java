package tw.xuhang.directory;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import tw.xuhang.runbook.Text;
import tw.xuhang.runbook.port.Prober;

/**
 * A line to the outside.
 *
 * @param device network interface on the router
 * @param gateway next hop on this line
 * @param circuit the vendor's number for it
 * @param vendor key of the lessor
 * @param router key of the router that it ends at
 */
public record Uplink(
        String key,
        Role role,
        Text name,
        String device,
        String gateway,
        String circuit,
        String vendor,
        String router,
        Watch watch,
        Capacity capacity) {

    public Uplink {
        Checks.key(key);
        Checks.require(device.matches("[A-Za-z0-9._-]{1,15}"), "'" + device + "' is not an interface name");
        Checks.require(gateway.matches("[0-9a-fA-F.:]+"), "'" + gateway + "' is not an address");
        Checks.line(circuit, "circuit");
    }

    /**
     * The IPv4 address that must answer through this line once it carries the office: the one on file, else what the
     * watch pings where that is an address, else the next hop.
     */
    public String verify() {
        return capacity.verify()
                .orElseGet(() -> watch.way() instanceof Prober.Way.Icmp(String host) && Ipv4.is(host) ? host : gateway);
    }

    /** What the line is for. */
    public enum Role {
        BACKBONE,
        BACKUP;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Optional<Role> of(String key) {
            return Stream.of(values()).filter(role -> role.key().equals(key)).findFirst();
        }
    }

    /**
     * How it is watched. Three settings, never one (I4).
     *
     * @param every time between two looks
     * @param confirm how many failed looks make it down
     * @param holdDown least time between two switches
     * @param steady how long it must be good without a break before traffic goes back
     */
    public record Watch(
            Prober.Way way, Duration every, Duration timeout, Confirm confirm, Duration holdDown, Duration steady) {
        public Watch {
            Checks.positive(every, "every");
            Checks.positive(timeout, "timeout");
            Checks.require(!holdDown.isNegative(), "hold-down is negative");
            Checks.require(!steady.isNegative(), "steady is negative");
        }
    }
}
