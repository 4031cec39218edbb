/** Tests of the inbox. */
@NullMarked
package tw.xuhang.intake;

import org.jspecify.annotations.NullMarked;
