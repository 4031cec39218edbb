/** Tasks on MariaDB: the list of what waits for whom. */
@NullMarked
package tw.xuhang.task.store;

import org.jspecify.annotations.NullMarked;
