/** Accounts, sessions, tokens, links and failures in MariaDB, and the slow hash for passwords. */
@NullMarked
package tw.xuhang.access.store;

import org.jspecify.annotations.NullMarked;
