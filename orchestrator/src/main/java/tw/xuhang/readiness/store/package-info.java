/** How readiness is kept. */
@NullMarked
package tw.xuhang.readiness.store;

import org.jspecify.annotations.NullMarked;
