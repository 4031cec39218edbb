/**
 * Work orders to vendors. One order is one job at the vendor however often its letter is repeated (D1),
 * silence climbs a ladder to the telephone (D2), and the letter alone is enough to act on (D3).
 */
@NullMarked
package tw.xuhang.dispatch;

import org.jspecify.annotations.NullMarked;
