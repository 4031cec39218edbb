/**
 * Cases as programs and scripts read and steer them: what belongs to a case across all features, page by
 * page, and what a case still lacks before it may be closed.
 */
@NullMarked
package tw.xuhang.casebook;

import org.jspecify.annotations.NullMarked;
