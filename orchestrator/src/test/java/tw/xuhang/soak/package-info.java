/**
 * The engine as a process of its own, killed again and again at moments of chance on one database, with people and a
 * far end that outlive it. What is left behind is held against the journal.
 */
@NullMarked
package tw.xuhang.soak;

import org.jspecify.annotations.NullMarked;
