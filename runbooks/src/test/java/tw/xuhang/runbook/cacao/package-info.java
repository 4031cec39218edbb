/** What is promised of playbooks that come and go: nothing silently lost, nothing believed that was changed. */
@NullMarked
package tw.xuhang.runbook.cacao;

import org.jspecify.annotations.NullMarked;
