/** Tests of the ports' values. */
@NullMarked
package tw.xuhang.runbook.port;

import org.jspecify.annotations.NullMarked;
