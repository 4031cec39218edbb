/** What is remembered of each line, in MariaDB. */
@NullMarked
package tw.xuhang.watch.store;

import org.jspecify.annotations.NullMarked;
