/** Puts the program together: the only place where beans of plain Java are made. */
@NullMarked
package tw.xuhang.wiring;

import org.jspecify.annotations.NullMarked;
