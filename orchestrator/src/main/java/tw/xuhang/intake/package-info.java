/**
 * The inbox: a signal is stored, then acknowledged, then disposed of exactly once, whatever crashes in
 * between (I1, I2).
 */
@NullMarked
package tw.xuhang.intake;

import org.jspecify.annotations.NullMarked;
