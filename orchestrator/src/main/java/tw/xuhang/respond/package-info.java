/**
 * From a sign of trouble to the runbook that answers it: what a signal means, which case it belongs to,
 * which runbooks its trigger starts, and how far the case has come (U-01).
 */
@NullMarked
package tw.xuhang.respond;

import org.jspecify.annotations.NullMarked;
