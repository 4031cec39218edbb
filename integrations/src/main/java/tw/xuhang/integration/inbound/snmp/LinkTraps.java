package tw.xuhang.integration.inbound.snmp;

import static java.util.Objects.requireNonNull;

import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.Variable;
import tw.xuhang.integration.inbound.Plain;
import tw.xuhang.signal.Signal;
import tw.xuhang.signal.Signal.Phase;
import tw.xuhang.signal.Signal.Status;

/** Reads linkDown and linkUp about configured ports; everything else is no signal. Pure. */
final class LinkTraps {

    private static final OID IF_INDEX = new OID("1.3.6.1.2.1.2.2.1.1");
    private static final OID IF_DESCR = new OID("1.3.6.1.2.1.2.2.1.2");
    private static final OID IF_ADMIN_STATUS = new OID("1.3.6.1.2.1.2.2.1.7");
    private static final OID IF_OPER_STATUS = new OID("1.3.6.1.2.1.2.2.1.8");
    private static final OID IF_NAME = new OID("1.3.6.1.2.1.31.1.1.1.1");
    private static final OID IF_ALIAS = new OID("1.3.6.1.2.1.31.1.1.1.18");
    private static final int STATUS_DOWN = 2;

    private final String source;
    private final Ports ports;

    LinkTraps(String source, Ports ports) {
        this.source = requireNonNull(source, "source is null");
        this.ports = requireNonNull(ports, "ports is null");
    }

    Optional<Signal> signal(InetAddress sender, Notification notification, Instant receivedAt) {
        boolean down = notification.trap().equals(SnmpConstants.linkDown);
        if (!down && !notification.trap().equals(SnmpConstants.linkUp)) {
            return Optional.empty();
        }
        int index = number(notification, IF_INDEX);
        String name = text(notification, IF_NAME);
        String description = text(notification, IF_DESCR);
        List<String> names = List.of(name, description).stream()
                .filter(each -> !each.isEmpty())
                .toList();
        return ports.subject(sender, index, names).map(subject -> {
            boolean planned = down && number(notification, IF_ADMIN_STATUS) == STATUS_DOWN;
            String label = names.isEmpty() ? "ifIndex " + index : names.getFirst();
            Map<String, String> attributes = new LinkedHashMap<>();
            attributes.put("agent", sender.getHostAddress());
            attributes.put("ifIndex", Integer.toString(index));
            attributes.put("ifName", name);
            attributes.put("ifDescr", description);
            attributes.put("ifAlias", text(notification, IF_ALIAS));
            attributes.put("ifAdminStatus", Integer.toString(number(notification, IF_ADMIN_STATUS)));
            attributes.put("ifOperStatus", Integer.toString(number(notification, IF_OPER_STATUS)));
            attributes.put("planned", Boolean.toString(planned));
            return new Signal(
                    source,
                    key(sender, notification, index, receivedAt),
                    "link",
                    phase(down, planned),
                    subject,
                    Status.ACTUAL,
                    receivedAt,
                    receivedAt,
                    (down ? "linkDown " : "linkUp ") + subject + " (" + label + ")",
                    attributes);
        });
    }

    /** A port that somebody switched off is news, not trouble. */
    private static Phase phase(boolean down, boolean planned) {
        if (planned) {
            return Phase.UPDATE;
        }
        return down ? Phase.RAISE : Phase.CLEAR;
    }

    /**
     * A repeated INFORM has the same request id and up time. A device that restarts may use both again, so
     * the hour of its start is part of the key: losing a true linkDown is worse than storing one twice.
     */
    private static String key(InetAddress sender, Notification notification, int index, Instant receivedAt) {
        Instant started = receivedAt.minus(Duration.ofMillis(notification.upTime() * 10));
        long hour = Math.floorDiv(started.getEpochSecond(), 3600);
        return String.join(
                "/",
                sender.getHostAddress(),
                Long.toString(hour),
                Long.toString(notification.upTime()),
                Integer.toString(notification.pdu().getRequestID().getValue()),
                notification.trap().toDottedString(),
                Integer.toString(index));
    }

    private static int number(Notification notification, OID column) {
        return notification.column(column).map(LinkTraps::number).orElse(0);
    }

    private static int number(Variable variable) {
        return variable instanceof Integer32 integer ? integer.getValue() : 0;
    }

    private static String text(Notification notification, OID column) {
        return notification
                .column(column)
                .filter(OctetString.class::isInstance)
                .map(variable -> new String(((OctetString) variable).getValue(), StandardCharsets.UTF_8))
                .map(text -> Plain.line(text, 120))
                .orElse("");
    }
}
