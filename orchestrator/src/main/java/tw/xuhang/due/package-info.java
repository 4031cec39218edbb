/**
 * When what is to be looked at again. The net under the hand-over inside the process: a look that comes late or
 * twice changes nothing more, because what it calls decides on the newest state.
 */
@NullMarked
package tw.xuhang.due;

import org.jspecify.annotations.NullMarked;
