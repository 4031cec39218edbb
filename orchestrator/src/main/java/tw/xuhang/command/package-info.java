/** What can be typed after {@code xuhang}. Only {@code serve} starts the service; the rest stays light. */
@NullMarked
package tw.xuhang.command;

import org.jspecify.annotations.NullMarked;
