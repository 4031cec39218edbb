/**
 * The work of each kind of step: from the runbook's words to the playbook, probe, letter, task, order or
 * request that is meant. Sits on top of the features; none of them knows it.
 */
@NullMarked
package tw.xuhang.step;

import org.jspecify.annotations.NullMarked;
