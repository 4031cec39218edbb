/** Requests on MariaDB. */
@NullMarked
package tw.xuhang.consent.store;

import org.jspecify.annotations.NullMarked;
