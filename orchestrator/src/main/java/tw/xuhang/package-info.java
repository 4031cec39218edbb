/** The program: what the launcher starts, and the commands it understands. */
@NullMarked
package tw.xuhang;

import org.jspecify.annotations.NullMarked;
