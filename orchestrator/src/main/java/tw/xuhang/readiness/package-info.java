/**
 * Whether each runbook could run tonight: what it needs is looked at on a schedule and on demand, long before a case
 * does so, and what is missing has an owner.
 */
@NullMarked
package tw.xuhang.readiness;

import org.jspecify.annotations.NullMarked;
