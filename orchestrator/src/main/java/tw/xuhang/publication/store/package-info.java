/** How versions are kept and found. */
@NullMarked
package tw.xuhang.publication.store;

import org.jspecify.annotations.NullMarked;
