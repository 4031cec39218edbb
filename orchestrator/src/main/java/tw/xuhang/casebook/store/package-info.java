/** The lists of a case on MariaDB, and the answers that were given to repeated requests. */
@NullMarked
package tw.xuhang.casebook.store;

import org.jspecify.annotations.NullMarked;
