/** The rules of opening cases, against a journal that does not always take what it is given. */
@NullMarked
package tw.xuhang.incident;

import org.jspecify.annotations.NullMarked;
