/** Work orders in the journal and as a list, and how a run hears of them. */
@NullMarked
package tw.xuhang.dispatch.store;

import org.jspecify.annotations.NullMarked;
