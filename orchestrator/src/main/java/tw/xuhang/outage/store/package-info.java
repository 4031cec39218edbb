/** Outages in the journal. */
@NullMarked
package tw.xuhang.outage.store;

import org.jspecify.annotations.NullMarked;
