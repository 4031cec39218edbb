/**
 * A runbook tried at a desk: what happens is written down, the run is the real one, the clock only jumps.
 * Nothing is waited for and nothing is touched, so the same rehearsal always comes out the same.
 */
@NullMarked
package tw.xuhang.runbook.rehearsal;

import org.jspecify.annotations.NullMarked;
