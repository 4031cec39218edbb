/** What the doctor finds, and that it changes nothing. */
@NullMarked
package tw.xuhang.doctor;

import org.jspecify.annotations.NullMarked;
