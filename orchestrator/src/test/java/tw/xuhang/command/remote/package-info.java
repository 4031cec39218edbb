/** Commands against a running service. */
@NullMarked
package tw.xuhang.command.remote;

import org.jspecify.annotations.NullMarked;
