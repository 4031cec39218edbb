/** Rules of what the office has on file. */
@NullMarked
package tw.xuhang.directory;

import org.jspecify.annotations.NullMarked;
