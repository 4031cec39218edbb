/** Rules of work orders. */
@NullMarked
package tw.xuhang.dispatch;

import org.jspecify.annotations.NullMarked;
