package tw.xuhang.integration.inbound.snmp;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** Which ports of which devices are lines of ours, as configured. All other ports are none of our business. */
public record Ports(List<Port> ports) {

    public Ports {
        ports = List.copyOf(ports);
    }

    /**
     * A port known by its index, or its name, or both; the index may change when a device restarts.
     *
     * @param agent address that the device sends from
     * @param ifName as the device reports it in ifName or ifDescr
     * @param subject e.g. {@code uplink/main}
     */
    public record Port(InetAddress agent, OptionalInt ifIndex, Optional<String> ifName, String subject) {
        public Port {
            requireNonNull(agent, "agent is null");
            requireNonNull(subject, "subject is null");
            if (ifIndex.isEmpty() && ifName.isEmpty()) {
                throw new IllegalArgumentException("port for " + subject + " needs an ifIndex or an ifName");
            }
        }

        boolean is(InetAddress sender, int index, List<String> names) {
            boolean byName = ifName.isPresent() && !names.isEmpty();
            boolean same = byName ? names.contains(ifName.get()) : ifIndex.isPresent() && ifIndex.getAsInt() == index;
            return same && agent.equals(sender);
        }
    }

    Optional<String> subject(InetAddress sender, int index, List<String> names) {
        return ports.stream()
                .filter(port -> port.is(sender, index, names))
                .map(Port::subject)
                .findFirst();
    }
}
