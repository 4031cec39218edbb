/**
 * One whole incident in this process, on a real database, interrupted at its n-th lasting call for every n. Time is
 * set by hand and every piece of work done in turn, so that n is the same call each time.
 */
@NullMarked
package tw.xuhang.faults.sweep;

import org.jspecify.annotations.NullMarked;
