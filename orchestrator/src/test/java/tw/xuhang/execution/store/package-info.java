/** The engine's contract on a real MariaDB. */
@NullMarked
package tw.xuhang.execution.store;

import org.jspecify.annotations.NullMarked;
