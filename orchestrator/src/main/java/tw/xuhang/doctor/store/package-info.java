/** Looks into the database and the office's files for the doctor, reading only. */
@NullMarked
package tw.xuhang.doctor.store;

import org.jspecify.annotations.NullMarked;
