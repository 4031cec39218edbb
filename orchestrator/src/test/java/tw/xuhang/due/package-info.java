@NullMarked
package tw.xuhang.due;

import org.jspecify.annotations.NullMarked;
