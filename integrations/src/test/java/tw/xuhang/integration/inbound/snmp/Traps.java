package tw.xuhang.integration.inbound.snmp;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.snmp4j.PDU;
import org.snmp4j.asn1.BER;
import org.snmp4j.mp.SnmpConstants;
import org.snmp4j.smi.Integer32;
import org.snmp4j.smi.OID;
import org.snmp4j.smi.OctetString;
import org.snmp4j.smi.TimeTicks;
import org.snmp4j.smi.VariableBinding;

/** Datagrams as a switch sends them. */
final class Traps {

    static final String COMMUNITY = "office-traps";

    private Traps() {}

    static byte[] linkDown(int type, int requestId, int ifIndex) {
        return message(COMMUNITY, pdu(type, SnmpConstants.linkDown, requestId, ifIndex, 1));
    }

    static byte[] linkUp(int requestId, int ifIndex) {
        return message(COMMUNITY, pdu(PDU.TRAP, SnmpConstants.linkUp, requestId, ifIndex, 1));
    }

    static PDU pdu(int type, OID trap, int requestId, int ifIndex, int adminStatus) {
        PDU pdu = new PDU();
        pdu.setType(type);
        pdu.setRequestID(new Integer32(requestId));
        pdu.add(new VariableBinding(SnmpConstants.sysUpTime, new TimeTicks(123_456)));
        pdu.add(new VariableBinding(SnmpConstants.snmpTrapOID, trap));
        pdu.add(new VariableBinding(new OID("1.3.6.1.2.1.2.2.1.1." + ifIndex), new Integer32(ifIndex)));
        pdu.add(new VariableBinding(new OID("1.3.6.1.2.1.2.2.1.7." + ifIndex), new Integer32(adminStatus)));
        pdu.add(new VariableBinding(new OID("1.3.6.1.2.1.2.2.1.8." + ifIndex), new Integer32(2)));
        pdu.add(new VariableBinding(new OID("1.3.6.1.2.1.31.1.1.1.1." + ifIndex), new OctetString("Gi0/" + ifIndex)));
        return pdu;
    }

    static byte[] message(String community, PDU pdu) {
        try {
            Integer32 version = new Integer32(SnmpConstants.version2c);
            OctetString name = new OctetString(community);
            var out = new ByteArrayOutputStream();
            BER.encodeHeader(out, BER.SEQUENCE, version.getBERLength() + name.getBERLength() + pdu.getBERLength());
            version.encodeBER(out);
            name.encodeBER(out);
            pdu.encodeBER(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
