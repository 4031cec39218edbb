/** The service's clock and the office's zone: time comes in by constructor, never by asking the machine. */
@NullMarked
package tw.xuhang.time;

import org.jspecify.annotations.NullMarked;
