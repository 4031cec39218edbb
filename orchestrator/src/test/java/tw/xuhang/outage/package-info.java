/** Rules of the two clocks. */
@NullMarked
package tw.xuhang.outage;

import org.jspecify.annotations.NullMarked;
