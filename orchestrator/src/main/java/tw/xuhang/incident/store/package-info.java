/** Cases on MariaDB: the list of them, and their numbers. */
@NullMarked
package tw.xuhang.incident.store;

import org.jspecify.annotations.NullMarked;
