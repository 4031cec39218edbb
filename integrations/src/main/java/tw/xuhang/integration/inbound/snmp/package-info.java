/**
 * SNMP v1 and v2c notifications about links. The listener is our own, because an INFORM may be answered
 * only after its signal is stored (I1), and no datagram, however broken, may stop it.
 */
@NullMarked
package tw.xuhang.integration.inbound.snmp;

import org.jspecify.annotations.NullMarked;
