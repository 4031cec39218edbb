package tw.xuhang.integration.inbound.snmp;

/**
 * What became of the datagrams since the start.
 *
 * @param stored accepted by the inbox
 * @param answered INFORMs answered
 * @param unavailable deliveries that the inbox could not take at that moment
 * @param malformed not a notification of v1 or v2c
 * @param tooLarge above the limit, not even looked at
 * @param foreign with another community
 * @param unmapped about a port or an event that is none of our business
 * @param overflowed dropped because too many wait
 */
public record TrapCounts(
        long received,
        long stored,
        long answered,
        long unavailable,
        long malformed,
        long tooLarge,
        long foreign,
        long unmapped,
        long overflowed) {}
