/**
 * The benchmarks: each against a reference measured in the same run, on the same database and machine, because
 * only ratios can be carried from one machine to another. One JSON line for each.
 */
@NullMarked
package tw.xuhang.bench;

import org.jspecify.annotations.NullMarked;
