/** Rules of consent and declaration. */
@NullMarked
package tw.xuhang.consent;

import org.jspecify.annotations.NullMarked;
