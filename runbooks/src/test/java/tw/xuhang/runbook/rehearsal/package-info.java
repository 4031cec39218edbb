/** How a rehearsal is played and compared. */
@NullMarked
package tw.xuhang.runbook.rehearsal;

import org.jspecify.annotations.NullMarked;
