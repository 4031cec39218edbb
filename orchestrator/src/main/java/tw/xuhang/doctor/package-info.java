/**
 * Says what would keep this installation from working, and what to do about it, without changing anything. A check
 * is a small named value; what it needs from outside comes to it as a look that was taken.
 */
@NullMarked
package tw.xuhang.doctor;

import org.jspecify.annotations.NullMarked;
