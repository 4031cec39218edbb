/**
 * What a step needs of the world: playbooks, probes, letters. Implemented in {@code integrations},
 * where a hand-written fake stands beside each real adapter.
 */
@NullMarked
package tw.xuhang.runbook.port;

import org.jspecify.annotations.NullMarked;
