package tw.xuhang.integration.inbound.snmp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.snmp4j.PDU;
import org.snmp4j.PDUv1;
import org.snmp4j.asn1.BER;
import org.snmp4j.asn1.BERInputStream;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.Variable;
import org.snmp4j.smi.VariableBinding;

/**
 * One notification off the wire.
 *
 * @param community as sent; a secret of sorts, never logged
 * @param trap which notification, in its v2 form also when it came as v1
 * @param upTime of the agent, in hundredths of a second
 * @param values of the bindings by OID
 */
record Notification(int version, OctetString community, PDU pdu, OID trap, long upTime, Map<OID, Variable> values) {

    private static final OID STANDARD_TRAPS = new OID("1.3.6.1.6.3.1.1.5");

    boolean wantsAnswer() {
        return pdu.getType() == PDU.INFORM;
    }

    /** The value of a column for whatever row the notification is about. */
    Optional<Variable> column(OID column) {
        return values.entrySet().stream()
                .filter(value -> value.getKey().startsWith(column))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** @throws IOException it is not a notification of SNMP v1 or v2c */
    static Notification decode(byte[] datagram) throws IOException {
        BERInputStream in = new BERInputStream(ByteBuffer.wrap(datagram));
        BER.MutableByte type = new BER.MutableByte();
        int length = BER.decodeHeader(in, type);
        if (type.getValue() != BER.SEQUENCE || length > in.getAvailableBytes()) {
            throw new IOException("not one whole SNMP message");
        }
        Integer32 version = new Integer32();
        version.decodeBER(in);
        OctetString community = new OctetString();
        community.decodeBER(in);
        return switch (version.getValue()) {
            case SnmpConstants.version1 -> v1(community, in);
            case SnmpConstants.version2c -> v2c(community, in);
            default -> throw new IOException("SNMP version " + version.getValue() + " is not read here");
        };
    }

    private static Notification v1(OctetString community, BERInputStream in) throws IOException {
        PDUv1 pdu = new PDUv1();
        pdu.decodeBER(in);
        if (pdu.getType() != PDU.V1TRAP) {
            throw new IOException("not a trap");
        }
        OID trap = pdu.getGenericTrap() == PDUv1.ENTERPRISE_SPECIFIC
                ? new OID(pdu.getEnterprise().getValue(), new int[] {0, pdu.getSpecificTrap()})
                : new OID(STANDARD_TRAPS.getValue(), new int[] {pdu.getGenericTrap() + 1});
        return new Notification(SnmpConstants.version1, community, pdu, trap, pdu.getTimestamp(), values(pdu));
    }

    private static Notification v2c(OctetString community, BERInputStream in) throws IOException {
        PDU pdu = new PDU();
        pdu.decodeBER(in);
        Map<OID, Variable> values = values(pdu);
        if ((pdu.getType() != PDU.TRAP && pdu.getType() != PDU.INFORM)
                || !(values.get(SnmpConstants.snmpTrapOID) instanceof OID trap)
                || !(values.get(SnmpConstants.sysUpTime) instanceof TimeTicks upTime)) {
            throw new IOException("not a notification");
        }
        return new Notification(SnmpConstants.version2c, community, pdu, trap, upTime.getValue(), values);
    }

    private static Map<OID, Variable> values(PDU pdu) {
        Map<OID, Variable> values = new TreeMap<>();
        for (VariableBinding binding : pdu.getVariableBindings()) {
            values.putIfAbsent(binding.getOid(), binding.getVariable());
        }
        return values;
    }

    /** The answer to an INFORM: the same bindings, no error (RFC 3416 §4.2.7). */
    byte[] answer() {
        PDU answer = new PDU(pdu);
        answer.setType(PDU.RESPONSE);
        answer.setErrorStatus(PDU.noError);
        answer.setErrorIndex(0);
        answer.setRequestID(pdu.getRequestID());
        Integer32 number = new Integer32(version);
        OctetString name = community;
        var out = new ByteArrayOutputStream();
        try {
            BER.encodeHeader(out, BER.SEQUENCE, number.getBERLength() + name.getBERLength() + answer.getBERLength());
            number.encodeBER(out);
            name.encodeBER(out);
            answer.encodeBER(out);
        } catch (IOException e) {
            throw new UncheckedIOException("memory is not a device that fails", e);
        }
        return out.toByteArray();
    }
}
