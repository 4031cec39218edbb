/** Tests of what can be typed: words in, exit code and output out. */
@NullMarked
package tw.xuhang.command;

import org.jspecify.annotations.NullMarked;
