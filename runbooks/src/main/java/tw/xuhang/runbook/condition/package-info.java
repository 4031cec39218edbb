/**
 * Conditions of a runbook: the small part of CEL that compares named values and cannot fail. Nothing outside of this
 * package knows the library behind it, and it is loaded only where a runbook has a condition.
 */
@NullMarked
package tw.xuhang.runbook.condition;

import org.jspecify.annotations.NullMarked;
