/** What is asked across features. */
@NullMarked
package tw.xuhang.casebook;

import org.jspecify.annotations.NullMarked;
