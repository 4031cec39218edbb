/**
 * Signs of trouble in one normal form, and the watch that turns many reports about a line into one
 * verdict (I4: confirm, hold-down and steady are three settings).
 */
@NullMarked
package tw.xuhang.signal;

import org.jspecify.annotations.NullMarked;
