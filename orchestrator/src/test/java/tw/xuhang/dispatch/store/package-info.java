/** Orders on MariaDB. */
@NullMarked
package tw.xuhang.dispatch.store;

import org.jspecify.annotations.NullMarked;
