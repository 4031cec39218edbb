/** The engine against crashes: every store and port call of a whole run interrupted, one after the other. */
@NullMarked
package tw.xuhang.execution;

import org.jspecify.annotations.NullMarked;
