/** The directory that one installation lives in ({@code --home}): who may work on it, and what lies where. */
@NullMarked
package tw.xuhang.home;

import org.jspecify.annotations.NullMarked;
