/** The office's folder, read from real files. */
@NullMarked
package tw.xuhang.directory.store;

import org.jspecify.annotations.NullMarked;
