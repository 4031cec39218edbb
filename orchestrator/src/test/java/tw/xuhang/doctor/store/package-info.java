/** The doctor's look into a real database. */
@NullMarked
package tw.xuhang.doctor.store;

import org.jspecify.annotations.NullMarked;
