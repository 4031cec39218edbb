/** What a signal comes to. */
@NullMarked
package tw.xuhang.respond;

import org.jspecify.annotations.NullMarked;
