/** Tests of the inbox. */
@NullMarked
package tw.xuhang.intake.http;

import org.jspecify.annotations.NullMarked;
