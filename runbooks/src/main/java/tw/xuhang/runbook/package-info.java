/**
 * What a runbook says: its steps, when it starts, whom it serves. Plain values; reading and checking
 * the text is {@code runbook.language}, working on it is {@code runbook.run}.
 */
@NullMarked
package tw.xuhang.runbook;

import org.jspecify.annotations.NullMarked;
