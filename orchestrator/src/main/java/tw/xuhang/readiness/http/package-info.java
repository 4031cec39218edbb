/** Readiness for scripts and the command line. */
@NullMarked
package tw.xuhang.readiness.http;

import org.jspecify.annotations.NullMarked;
