/** What the benchmarks compute and print, and that they run. */
@NullMarked
package tw.xuhang.bench;

import org.jspecify.annotations.NullMarked;
