/** Runs on MariaDB: the fenced append with its mailbox, claims and due time in one short transaction. */
@NullMarked
package tw.xuhang.execution.store;

import org.jspecify.annotations.NullMarked;
