/** The inbox on MariaDB. */
@NullMarked
package tw.xuhang.intake.store;

import org.jspecify.annotations.NullMarked;
