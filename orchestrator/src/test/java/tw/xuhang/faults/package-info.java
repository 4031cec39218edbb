/** The service as a real process, killed for real at the moments that matter, with the world around it that lives on. */
@NullMarked
package tw.xuhang.faults;

import org.jspecify.annotations.NullMarked;
