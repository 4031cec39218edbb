/** The service put together, with the outside world it talks to. */
@NullMarked
package tw.xuhang.wiring;

import org.jspecify.annotations.NullMarked;
