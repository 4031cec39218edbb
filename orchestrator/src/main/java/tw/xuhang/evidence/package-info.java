/**
 * The journal: every fact is an entry, chained by hash, written in the transaction that changes the
 * state it tells of (E1). Everything else the service shows is a reading of it.
 */
@NullMarked
package tw.xuhang.evidence;

import org.jspecify.annotations.NullMarked;
