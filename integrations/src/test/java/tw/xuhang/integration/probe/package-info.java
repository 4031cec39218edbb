/** Probes tried against real peers: loopback in the quick suite, the lab's two lines in the slow one. */
@NullMarked
package tw.xuhang.integration.probe;

import org.jspecify.annotations.NullMarked;
