/**
 * How long what has been away. A line that is down and a service that is interrupted are two clocks
 * (K1); the service's drives RTO, declaration limit, MTPD, level and P-25.
 */
@NullMarked
package tw.xuhang.outage;

import org.jspecify.annotations.NullMarked;
