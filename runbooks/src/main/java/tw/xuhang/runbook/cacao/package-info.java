/**
 * Interchange with others: CACAO 2.0 playbooks become runbooks and runbooks become playbooks, with a report of what has no
 * counterpart; signatures of playbooks are verified. Nothing that was read is run from here: what comes out is a file.
 */
@NullMarked
package tw.xuhang.runbook.cacao;

import org.jspecify.annotations.NullMarked;
