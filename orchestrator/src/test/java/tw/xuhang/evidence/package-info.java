/** A journal in memory, for tests of what is built on one. */
@NullMarked
package tw.xuhang.evidence;

import org.jspecify.annotations.NullMarked;
