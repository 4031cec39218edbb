/** Versions of runbooks: who may do what, and what runs. */
@NullMarked
package tw.xuhang.publication;

import org.jspecify.annotations.NullMarked;
