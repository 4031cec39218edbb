/** What pages say, from facts. */
@NullMarked
package tw.xuhang.desk;

import org.jspecify.annotations.NullMarked;
