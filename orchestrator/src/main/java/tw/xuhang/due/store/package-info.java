/** The agenda on the database, by db-scheduler: kept over restarts, and shared by several nodes. */
@NullMarked
package tw.xuhang.due.store;

import org.jspecify.annotations.NullMarked;
