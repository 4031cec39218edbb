/** What keeps a runbook from running is found before the night it is needed. */
@NullMarked
package tw.xuhang.readiness;

import org.jspecify.annotations.NullMarked;
