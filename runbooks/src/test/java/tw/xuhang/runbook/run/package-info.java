/** The rules of a run, each as a test, and random runs under random events. */
@NullMarked
package tw.xuhang.runbook.run;

import org.jspecify.annotations.NullMarked;
