@NullMarked
package tw.xuhang.due.store;

import org.jspecify.annotations.NullMarked;
